package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.aurpay.client.Page;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageStreamTest {
    @TempDir
    File folder;

    /** The JVM that iterates over the orders has 16 MB, into which 20,000 orders would not fit. */
    @Test
    void streamsAllOrdersInConstantMemoryRequestingEachPageOnce() throws Exception {
        walk(20_000, "-Xmx16m");
    }

    @Test
    @Tag("soak")
    void streamsAHundredThousandOrdersInConstantMemory() throws Exception {
        walk(100_000, "-Xmx64m");
    }

    private void walk(int orders, String memory) throws Exception {
        try (Sandbox sandbox = Sandboxes.start()) {
            sandbox.addOrders(orders);
            int total = sandbox.orders().size();
            File output = new File(folder, "output");

            Process running = start(sandbox, memory, output);

            assertThat(running.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(output).content().isEqualToIgnoringNewLines(String.valueOf(total));
            List<String> targets = sandbox.journal().requests().stream()
                    .map(ReceivedRequest::target)
                    .toList();
            assertThat(targets).doesNotHaveDuplicates().hasSize((total + 99) / 100);
        }
    }

    private static Process start(Sandbox sandbox, String memory, File output) throws IOException {
        ProcessBuilder walk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Walk.class.getName(),
                        sandbox.url())
                .redirectErrorStream(true)
                .redirectOutput(output);
        walk.environment().put("KEY", sandbox.keys().apiKey());
        // with this variable, the JVM would print another line
        walk.environment().remove("JDK_JAVA_OPTIONS");
        return walk.start();
    }

    /** Counts the orders of a sandbox, in a JVM of its own. */
    static final class Walk {
        public static void main(String[] arguments) {
            HttpClient http = HttpClient.newHttpClient();
            long count = Page.<JsonObject>stream(page -> ask(http, arguments[0], page))
                    .filter(order -> order.containsKey("order_id"))
                    .count();
            System.out.println(count);
        }

        private static Page<JsonObject> ask(HttpClient http, String url, int page) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v2/order/?size=100&page=" + page))
                    .header("API-Key", System.getenv("KEY"))
                    .build();
            try {
                JsonObject data = Probe.parse(
                                http.send(request, BodyHandlers.ofString()).body())
                        .getJsonObject("data");
                List<JsonObject> orders = data.getJsonArray("data").getValuesAs(JsonObject.class);
                return new Page<>(page, data.getInt("size"), data.getInt("total"), data.getInt("max_page"), orders);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
