package net.aurpay.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A probe as somebody on its way sees it.
 *
 * @param headers those that a client may set
 */
record RecordedProbe(String target, Map<String, String> headers) {
    private static final List<String> OF_THE_CONNECTION = List.of("host", "connection");

    /** @param probe sends a probe to the application at this URL */
    static RecordedProbe of(Consumer<String> probe) throws IOException {
        AtomicReference<RecordedProbe> recorded = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, values.get(0));
                }
            });
            recorded.set(new RecordedProbe(exchange.getRequestURI().toString(), headers));
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        try {
            probe.accept("http://localhost:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
        return recorded.get();
    }
}
