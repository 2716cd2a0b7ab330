package net.aurpay.it.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives what a server exports by OTLP over HTTP. Thread-safe. */
public final class OtlpReceiver implements AutoCloseable {
    /** Numbers of the fields of a metric. */
    private static final int GAUGE = 5;

    private static final int SUM = 7;

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final List<byte[]> raw = new CopyOnWriteArrayList<>();

    public OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> take(exchange, this::addSpans));
        server.createContext("/v1/metrics", exchange -> take(exchange, this::addCounts));
        server.setExecutor(workers);
        server.start();
    }

    /** Starts a receiver, without a checked exception. */
    public static OtlpReceiver start() {
        try {
            return new OtlpReceiver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Taker {
        void take(Message message);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the spans in the order in which they ended. */
    public List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    /**
     * Returns the latest value of each counter and gauge for each set of attributes: {@code name{key=value, …} unit}.
     */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** Returns everything that was exported, as text; bytes that are not text become other characters. */
    public String raw() {
        StringBuilder all = new StringBuilder();
        raw.forEach(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    private void take(HttpExchange exchange, Taker taker) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        raw.add(body);
        taker.take(Message.of(body));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void addSpans(Message export) {
        for (Message resource : export.messages(1)) {
            for (Message scope : resource.messages(2)) {
                String name = scope.messages(1).get(0).text(1);
                scope.messages(2).forEach(span -> spans.add(ReceivedSpan.of(name, span)));
            }
        }
    }

    private void addCounts(Message export) {
        for (Message resource : export.messages(1)) {
            for (Message scope : resource.messages(2)) {
                scope.messages(2).forEach(this::addCount);
            }
        }
    }

    /** Adds the values of a gauge or a sum, if they are whole numbers. */
    private void addCount(Message metric) {
        for (int kind : new int[] {GAUGE, SUM}) {
            for (Message values : metric.messages(kind)) {
                for (Message point : values.messages(1)) {
                    counts.put(metric.text(1) + attributes(point.messages(7)) + " " + metric.text(3), point.number(6));
                }
            }
        }
    }

    static Map<String, String> attributes(List<Message> pairs) {
        Map<String, String> attributes = new TreeMap<>();
        for (Message pair : pairs) {
            Message value = pair.messages(2).get(0);
            attributes.put(pair.text(1), value.text(1).isEmpty() ? Long.toString(value.number(3)) : value.text(1));
        }
        return attributes;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
