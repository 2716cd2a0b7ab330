package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.Callbacks;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredCallbackUrlsTest {
    private final ConfiguredCallbackUrls urls = new ConfiguredCallbackUrls();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1001",
                "A/1",
                "a b+c&d=e?f#g%41",
                "\u00fc\u20ac\ud83d\ude00",
                "~._-",
                "'\"<>\\{}|^`[]@:;,!$*()",
                "<script>"
            })
    void writesTheReferenceInCharactersThatNoProxyReencodes(String reference) throws CallbackRejectedException {
        Callbacks callbacks = urls.forPayment(Sample.BASE, "", reference, false);

        for (java.net.URI url : Set.of(callbacks.succeeded(), callbacks.timedOut())) {
            assertThat(url.getRawQuery()).matches("reference=([A-Za-z0-9._~-]|%[0-9A-F]{2})+&payment=[0-9a-f]{32}");
            String urlSuffix = url.toString().substring(Sample.BASE.length());
            SignedCallback signed = SignedCallback.of(url)
                    .signedWith(Sample.TOKEN, Sample.SECRET)
                    .withDate(Sample.NOW);
            VerifiedCallback verified = Sample.verifier().build().verify(urlSuffix, Sample.headers(signed));
            assertThat(verified.reference()).isEqualTo(reference);
            assertThat(verified.paymentId()).isPresent();
        }
    }

    @Test
    void givesEachKindItsPath() {
        Callbacks callbacks = urls.forPayment(Sample.BASE, "", "1", true);

        assertThat(callbacks.succeeded()).asString().startsWith(Sample.BASE + "/succeeded?");
        assertThat(callbacks.timedOut()).asString().startsWith(Sample.BASE + "/timed-out?");
        assertThat(callbacks.succeeded().getRawQuery())
                .isEqualTo(callbacks.timedOut().getRawQuery());
        assertThat(callbacks.post()).isTrue();
    }

    @Test
    void neverUsesAPaymentIdTwice() {
        Set<String> queries = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            queries.add(
                    urls.forPayment(Sample.BASE, "", "same", false).succeeded().getRawQuery());
        }
        assertThat(queries).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\0", "\ud83d"})
    void rejectsInvalidReference(String reference) {
        assertThatThrownBy(() -> urls.forPayment(Sample.BASE, "", reference, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reference");
    }

    @Test
    void rejectsLongReference() {
        assertThat(urls.forPayment(Sample.BASE, "", "\u20ac".repeat(200), false)
                        .succeeded()
                        .toString())
                .hasSizeLessThan(2083);
        assertThatThrownBy(() -> urls.forPayment(Sample.BASE, "", "a".repeat(201), false))
                .hasMessageContaining("200");
    }

    @ParameterizedTest
    @CsvSource({"azAZ09-._~, azAZ09-._~", "`{@[/:, %60%7B%40%5B%2F%3A"})
    void encodesWhatIsReservedAndNothingElse(String reference, String encoded) {
        assertThat(urls.forPayment(Sample.BASE, "", reference, false)
                        .succeeded()
                        .getRawQuery())
                .startsWith("reference=" + encoded + "&payment=");
    }

    @Test
    void showsAReferenceThatItRejectsOnOneLine() {
        assertThatThrownBy(() -> urls.forPayment(Sample.BASE, "", "a\nb", false))
                .hasMessageContaining("was <a?b>");
    }

    @Test
    void putsCallbacksUnderTheFirstConfiguredUrl() {
        Map<String, String> properties = Sample.properties();
        properties.put("aurpay.webhook.url", Sample.BASE + ",https://old.example.com/callbacks");
        Callbacks callbacks = configured(properties).forPayment("1");

        assertThat(callbacks.succeeded()).asString().startsWith(Sample.BASE + "/succeeded?");
        assertThat(callbacks.post()).isFalse();
    }

    @Test
    void putsTheCallbacksOfAnAccountBelowItsName() {
        CallbackUrls unnamed = configured(Sample.properties());
        Callbacks callbacks = unnamed.forAccount("north").forPayment("1");

        assertThat(callbacks.succeeded()).asString().startsWith(Sample.BASE + "/north/succeeded?");
        assertThat(callbacks.timedOut()).asString().startsWith(Sample.BASE + "/north/timed-out?");
        assertThat(unnamed.forAccount("north")
                        .forAccount("South")
                        .forPayment("1")
                        .succeeded())
                .asString()
                .startsWith(Sample.BASE + "/South/succeeded?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"east", "", "succeeded", "timed-out", "a/b", "a b"})
    void makesNoCallbacksOfAnAccountThatDoesNotExist(String name) {
        CallbackUrls unnamed = configured(Sample.properties());

        assertThatThrownBy(() -> unnamed.forAccount(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no account <" + name + ">");
    }

    @Test
    void makesNoCallbacksOfAnUnnamedAccountThatIsNotConfigured() {
        CallbackUrls unnamed = configured(Map.of("aurpay.webhook.url", Sample.BASE));

        assertThatThrownBy(() -> unnamed.forPayment("1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.token and aurpay.webhook.secret are missing");
        assertThat(unnamed.forAccount("north").forPayment("1").post()).isFalse();
    }

    /** The customer would pay, and each callback would be rejected. */
    @Test
    void makesNoCallbacksOfAnAccountThatCouldNotReceiveThem() {
        CallbackUrls unnamed = configured(Sample.properties());

        assertThatThrownBy(() -> unnamed.forAccount("without").forPayment("1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("callbacks of the account <without> would be rejected: ");
    }

    @Test
    void namesTheKeyThatIsMissing() {
        CallbackUrls unconfigured = configured(Map.of());

        assertThatThrownBy(() -> unconfigured.forPayment("1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.url");
    }

    /** Injects the configuration as a container would. */
    @SuppressWarnings("UnnecessaryAssignment")
    private static CallbackUrls configured(Map<String, String> properties) {
        ConfiguredCallbackUrls made = new ConfiguredCallbackUrls();
        made.webhook = new WebhookLifecycle() {
            @Override
            Optional<WebhookConfig> config() {
                return WebhookConfig.of(new MapConfig(properties), Set.of(), true);
            }

            @Override
            NamedAccounts accounts() {
                FakeAccounts accounts = FakeAccounts.of("north", "South");
                accounts.accounts.put("without", Account.of("without"));
                return accounts;
            }
        };
        return made;
    }
}
