package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Calls a sandbox over HTTP, as a merchant's program and a person at its pages do. */
final class Merchant {
    /** Nothing listens there. */
    static final String NOWHERE = "http://127.0.0.1:1/paid";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final Keys keys;

    Merchant(Sandbox sandbox) {
        this(sandbox, sandbox.keys());
    }

    Merchant(Sandbox sandbox, Keys keys) {
        this.sandbox = sandbox;
        this.keys = keys;
    }

    Keys keys() {
        return keys;
    }

    /** Creates an order over 18 USD. */
    String order(String callback) {
        return data(post(
                        "/api/order/pay-info",
                        Json.createObjectBuilder()
                                .add("chain", "TRX")
                                .add("currency", "USDT-TRC20")
                                .add("vs_currency", "USD")
                                .add("vs_price", 18)
                                .add("callback_url", callback)
                                .add("timeout_callback", callback + "/late")
                                .build()
                                .toString()))
                .getString("order_id");
    }

    JsonObject detail(String orderId) {
        return data(get("/api/v2/order/detail/" + orderId));
    }

    String status(String orderId) {
        return detail(orderId).getString("status");
    }

    /** Returns the transactions of a type. */
    List<JsonObject> transactions(String type) {
        return data(get("/api/v2/tx?size=100&sort=asc&type=" + type))
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }

    /** Presses a button of an order's page; returns the response, which may be an error. */
    HttpResponse<String> press(String orderId, String action, String body) {
        return post("/sandbox/orders/" + orderId + "/" + action, body);
    }

    HttpResponse<String> get(String target) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + target)));
    }

    HttpResponse<String> post(String target, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + target)).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpRequest authenticated = request.copy()
                    .header(
                            "API-Key",
                            request.build().uri().getPath().startsWith("/api/bln/")
                                    ? keys.lightningApiKey()
                                    : keys.apiKey())
                    .build();
            return http.send(authenticated, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static JsonObject data(HttpResponse<String> response) {
        JsonObject json = parse(response).asJsonObject();
        if (json.getInt("code") != 0) {
            throw new AssertionError(response.body());
        }
        return json.getJsonObject("data");
    }

    static int code(HttpResponse<String> response) {
        return parse(response).asJsonObject().getInt("code");
    }

    static JsonValue parse(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readValue();
        }
    }
}
