package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.aurpay.it.cost.CostResource;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxAccount;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures what clients cost that have connections of their own, and what accounts cost that share them. Prints the table of
 * {@code docs/performance.md}.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "counts connections in /proc/net")
@Tag("soak")
class AccountCostIT {
    /** On Payara, a thousand clients need more than 2 GiB. */
    private static final Map<String, int[]> COUNTS = Map.of(
            "accounts",
            new int[] {1, 10, 100, 1_000, 10_000},
            "clients",
            Server.is("payara") ? new int[] {1, 100} : new int[] {1, 100, 1_000});

    private static final int MOST = 10_000;
    private static final double MILLION = 1e6;
    private static final double MIB = 1024 * 1024;

    /** Of a line of {@code /proc/net/tcp}: the remote address, the state, and the state of an open connection. */
    private static final int REMOTE = 2;

    private static final int STATE = 3;
    private static final String ESTABLISHED = "01";

    private static final Sandbox SANDBOX = sandbox();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("cost")
                .addPackageOf(CostResource.class)
                .property("aurpay/mp-rest/url", SANDBOX.url())
                .build();
    }

    /** Does not close idle connections, as the JDK's HTTP server would after 30 seconds, and if there are more than 200. */
    private static Sandbox sandbox() {
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        return Sandboxes.startWithAccounts(MOST);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private record Cost(double millis, double heap, int connections, int threads) {
        Cost minus(Cost before) {
            return new Cost(
                    millis - before.millis,
                    heap - before.heap,
                    // those that the accounts share remain open
                    connections,
                    threads - before.threads);
        }
    }

    @Test
    void thousandAccountsShareTheConnectionsOfOne() throws Exception {
        // The first client costs what the server loads for all.
        measure("clients", 1);
        measure("accounts", 1);
        List<Cost> accounts = new ArrayList<>();
        for (String way : List.of("accounts", "clients")) {
            for (int count : COUNTS.getOrDefault(way, new int[0])) {
                Cost cost = measure(way, count);
                System.out.printf(
                        Locale.ROOT,
                        "%s | %,d %s | %.1f ms | %.2f MiB | %d connections | %d threads%n",
                        Server.property("server.name"),
                        count,
                        way,
                        cost.millis,
                        cost.heap,
                        cost.connections,
                        cost.threads);
                if (way.equals("accounts")) {
                    accounts.add(cost);
                }
            }
        }
        assertThat(accounts).allSatisfy(cost -> {
            assertThat(cost.connections).isLessThanOrEqualTo(2);
            assertThat(cost.threads).isLessThan(20);
        });
    }

    /** Measures what remains after a call of each, compared with what there was before. */
    private Cost measure(String way, int count) throws IOException {
        Cost before = cost(0);
        String body = SANDBOX.accounts().stream()
                .limit(count)
                .map(AccountCostIT::line)
                .collect(Collectors.joining("\n"));
        long nanos = Long.parseLong(send(request("probe/cost/" + way).POST(BodyPublishers.ofString(body)))
                .body());
        Cost cost = cost(nanos / MILLION).minus(before);
        send(request("probe/cost").DELETE());
        return cost;
    }

    private static String line(SandboxAccount account) {
        return account.name().orElseThrow() + " " + account.keys().apiToken() + " "
                + account.keys().secretKey();
    }

    private Cost cost(double millis) throws IOException {
        String[] values = send(request("probe/cost")).body().split(" ", -1);
        return new Cost(millis, Long.parseLong(values[0]) / MIB, connections(), Integer.parseInt(values[1]));
    }

    /** The connections to the sandbox, which only the server under test opens. */
    private static int connections() throws IOException {
        String port = ":%04X".formatted(URI.create(SANDBOX.url()).getPort());
        int open = 0;
        for (String file : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(file))) {
                open += (int) lines.map(line -> line.strip().split("\\s+", -1))
                        .filter(line -> line[REMOTE].endsWith(port) && line[STATE].equals(ESTABLISHED))
                        .count();
            }
        }
        return open;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = new Probe(base).send(request.build());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
        return response;
    }
}
