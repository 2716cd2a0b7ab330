package net.aurpay.sandbox;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An application that creates payments and receives their callbacks, without this project's client. */
final class TinyShop implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unavailable = new AtomicInteger();

    TinyShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(unavailable.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Answers 503 to the next callbacks. */
    void answer503(int times) {
        unavailable.set(times);
    }

    /** The path and query of each callback, in the order of arrival. */
    Queue<String> received() {
        return received;
    }

    String callbacks() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks";
    }

    /** Creates an order over 18 USD, and returns its id. */
    String order(SandboxHandle sandbox, String reference) throws Exception {
        JsonObjectBuilder request = request(reference).add("chain", "TRX").add("currency", "USDT-TRC20");
        return call(sandbox, "pay-info", request).getJsonObject("data").getString("order_id");
    }

    /** Creates a payment URL, whose customer has not chosen a currency. */
    void paymentUrl(SandboxHandle sandbox, String reference) throws Exception {
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("price", 18)
                .add("currency", "USD")
                .add("platform", "AURPAY")
                .add("succeed_url", callbacks())
                .add("timeout_url", callbacks())
                .add("callback_url", callbacks() + "/succeeded?reference=" + reference)
                .add("timeout_callback", callbacks() + "/timed-out?reference=" + reference);
        call(sandbox, "pay-url", request);
    }

    private JsonObjectBuilder request(String reference) {
        return Json.createObjectBuilder()
                .add("vs_currency", "USD")
                .add("vs_price", 18)
                .add("callback_url", callbacks() + "/succeeded?reference=" + reference)
                .add("timeout_callback", callbacks() + "/timed-out?reference=" + reference);
    }

    private JsonObject call(SandboxHandle sandbox, String path, JsonObjectBuilder body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/api/order/" + path))
                .header("API-Key", sandbox.credentials().apiKey())
                .POST(BodyPublishers.ofString(body.build().toString()))
                .build();
        String response = http.send(request, BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(response))) {
            JsonObject json = reader.readObject();
            if (json.getInt("code") != 0) {
                throw new IllegalStateException(response);
            }
            return json;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
