package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.AurpayException;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.WebhookProbe;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of a probe, over HTTP; the JAX-RS resource between them is in {@code ProbeIT}. */
class ProbePartsTest {
    private final Map<String, String> properties = Sample.properties();
    private final FakeAccounts accounts = FakeAccounts.of("north", "South");
    private final FakeLifecycle webhook = new FakeLifecycle();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ProbeAnswer answer = ProbeAnswer.of(
                    webhook, "http", exchange.getRequestURI().toString(), exchange.getRequestHeaders()::get);
            byte[] body = answer.sealed().getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        properties.put(
                "aurpay.webhook.url",
                "http://localhost:" + server.getAddress().getPort() + "/shop/aurpay/callbacks,https://old.example.com");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"'', /shop/aurpay/callbacks/probe", "north, /shop/aurpay/callbacks/north/probe"})
    void eachAccountIsProbedAtItsOwnPathBelowTheFirstUrl(String account, String path) {
        ProbeReport report = (account.isEmpty() ? probe() : probe().forAccount(account)).probe();

        assertThat(report.outcome()).as(report.sentence()).isEqualTo(ProbeOutcome.OK);
        assertThat(report.arrived().orElseThrow().path()).isEqualTo(path);
        assertThat(report.arrived().orElseThrow().headers())
                .containsExactlyInAnyOrder("Date", "Callback-Token", "Signature");
    }

    @Test
    void nodeWithAnotherSecretDoesNotRecogniseTheProbe() {
        ProbeParts ours = parts();
        properties.put("aurpay.webhook.secret", "the-secret-of-another-node");

        assertThat(ours.probe("").probe().outcome()).isEqualTo(ProbeOutcome.NOT_RECOGNISED);
    }

    @Test
    void headerThatIsRequiredIsProbed() {
        properties.put("aurpay.webhook.require", "signature,api-key");
        properties.put("aurpay.webhook.api-key", "an-api-key-of-a-merchant");

        assertThat(probe().probe().arrived().orElseThrow().headers())
                .containsExactlyInAnyOrder("Date", "Signature", "Api-Key");
    }

    @Test
    void accountWithoutASecretCannotBeProbed() {
        accounts.accounts.put("without", Account.of("without"));

        assertThatThrownBy(() -> probe().forAccount("without").probe())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the account <without> has no callback secret");
        assertThatThrownBy(() -> probe().forAccount("absent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no account <absent>");
        properties.keySet().removeIf(key -> !key.equals("aurpay.webhook.url"));
        assertThatThrownBy(() -> probe().probe())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.secret is missing");
        properties.clear();
        assertThatThrownBy(() -> probe().probe())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.url is missing");
    }

    /** Its path would be that of the unnamed account's probe. */
    @Test
    void noAccountIsCalledProbe() {
        assertThatThrownBy(() -> Account.of("probe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of", "probe");
    }

    @Test
    void strangersLearnNothing() {
        assertThat(status("/callbacks/probe?probe=.x.y")).isEqualTo(401);
        assertThat(status("/callbacks/north/probe?probe=north.x.y")).isEqualTo(401);
        assertThat(status("/callbacks/nobody/probe?probe=nobody.x.y")).isEqualTo(401);
        accounts.failure = AurpayException.builder("the database is down").build();
        assertThat(status("/callbacks/north/probe?probe=north.x.y")).isEqualTo(503);
        assertThat(status("/callbacks/north/probe")).isEqualTo(401);
    }

    /** As a callback would be answered. */
    @Test
    void statusIsThatOfACallback() {
        webhook.started = false;
        assertThat(status("/callbacks/probe")).isEqualTo(503);
        webhook.started = true;
        properties.keySet().removeIf(key -> !key.equals("aurpay.webhook.url"));
        assertThat(status("/callbacks/probe")).isEqualTo(404);
        assertThat(status("/callbacks/north/probe")).isEqualTo(401);
        properties.clear();
        assertThat(status("/callbacks/probe")).isEqualTo(404);
    }

    @Test
    void serverThatCannotReadAHeaderTellsNothing() {
        ProbeAnswer answer = ProbeAnswer.of(webhook, "http", "/callbacks/probe", name -> {
            throw new IllegalStateException("the header is unreadable");
        });

        assertThat(answer).isEqualTo(new ProbeAnswer(500, ""));
    }

    @Test
    void startProbesForAnyAccountWithASecret() {
        accounts.configured.addAll(Set.of("north", "South"));
        accounts.accounts.put("South", Account.of("South"));

        assertThat(parts().probeAny().arrived().orElseThrow().path()).endsWith("/callbacks/probe");
        properties.keySet().removeIf(key -> !key.equals("aurpay.webhook.url"));
        assertThat(parts().probeAny().arrived().orElseThrow().path()).endsWith("/callbacks/north/probe");
        accounts.configured.remove("north");
        assertThatThrownBy(() -> parts().probeAny())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call WebhookProbe.forAccount instead of aurpay.webhook.probe");
    }

    @Test
    void probeAtTheStartNeedsASecret() {
        properties.put("aurpay.webhook.probe", "true");
        assertThat(parts().atStart()).isTrue();
        properties.remove("aurpay.webhook.secret");
        properties.put("aurpay.webhook.require", "token");
        properties.put("aurpay.webhook.confirm", "true");

        assertThatThrownBy(() -> WebhookConfig.of(new MapConfig(properties), Set.of(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aurpay.webhook.probe needs aurpay.webhook.secret");
    }

    /** Injects the lifecycle as a container would. */
    @SuppressWarnings("UnnecessaryAssignment")
    private WebhookProbe probe() {
        ConfiguredProbe probe = new ConfiguredProbe();
        probe.webhook = webhook;
        return probe;
    }

    private ProbeParts parts() {
        return webhook.probes().orElseThrow();
    }

    private int status(String target) {
        return ProbeAnswer.of(webhook, "http", target, name -> List.of()).status();
    }

    /** Has the configuration of the test, and responds as if the server had started it. */
    private final class FakeLifecycle extends WebhookLifecycle {
        private boolean started = true;

        @Override
        Optional<WebhookConfig> config() {
            return WebhookConfig.of(new MapConfig(properties), Set.of(), true);
        }

        @Override
        Optional<ProbeParts> probes() {
            return config().map(found -> ProbeParts.of(new MapConfig(properties), found.rules(), accounts));
        }

        @Override
        NamedAccounts accounts() {
            return accounts;
        }

        @Override
        Optional<CallbackEndpoint> endpoint() {
            return started ? config().map(this::endpoint) : Optional.empty();
        }

        private CallbackEndpoint endpoint(WebhookConfig config) {
            Inbox inbox = Inbox.inMemory(
                    new InboxConfig(Optional.empty(), "", 10, Duration.ofDays(1), Optional.empty()), Sample.CLOCK);
            EventTransaction transaction = new EventTransaction(FakeTransaction::new, inbox, new FakeObservers());
            return new CallbackEndpoint(
                    config, transaction, Optional.empty(), Json.createReaderFactory(Map.of()), Sample.CLOCK);
        }
    }
}
