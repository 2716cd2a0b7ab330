package net.aurpay.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.aurpay.it.sandbox.Keys;

/** Sends requests to the deployed application, at its context root. */
record Probe(URI base) {
    // Not HTTP/2: Open Liberty ends many simultaneous requests on one such connection with a GOAWAY.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Makes a bean call an operation: {@code call("ejb", "orders/order", "2024…")}.
     *
     * @return {@code {"result": …}}, or {@code {"exception": …, "message": …, "code": …}}
     */
    JsonObject call(String bean, String operation, Object... arguments) {
        return responseTo(HttpRequest.newBuilder(base.resolve("probe/call/" + bean + "/" + operation)), arguments);
    }

    /** Makes the application call an operation through {@code Aurpay.forMerchant}, with a merchant's credentials. */
    JsonObject callAs(Keys merchant, String operation, Object... arguments) {
        boolean lightning = operation.startsWith("lightning/");
        return responseTo(
                HttpRequest.newBuilder(base.resolve("probe/merchants/" + operation))
                        .header("token", lightning ? merchant.lightningApiToken() : merchant.apiToken())
                        .header("secret", lightning ? merchant.lightningSecretKey() : merchant.secretKey()),
                arguments);
    }

    private JsonObject responseTo(HttpRequest.Builder request, Object... arguments) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (Object argument : arguments) {
            json.add(argument instanceof JsonValue value ? value : Json.createValue(argument.toString()));
        }
        HttpRequest call =
                request.POST(BodyPublishers.ofString(json.build().toString())).build();
        HttpResponse<String> response = send(call);
        if (response.statusCode() != 200) {
            throw new AssertionError(call.uri() + " ended in HTTP " + response.statusCode() + ": " + response.body());
        }
        return parse(response.body());
    }

    /**
     * Makes the application create a payment whose callbacks come back to the application.
     *
     * @param post whether the callbacks are POST requests
     * @return the payment's order id
     */
    String createPayment(String reference, boolean post) {
        String segment = URLEncoder.encode(reference, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(base.resolve("probe/payments/" + segment + "?post=" + post))
                        .POST(BodyPublishers.noBody())
                        .build());
        if (response.statusCode() != 200) {
            throw new AssertionError("no payment: HTTP " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    /** Whether the application responds to a GET of this path with a 200. */
    boolean responds(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " got no response", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Returns the argument of {@code orders/createPayment} for a payment of this many USD. */
    static JsonObject payment(int price) {
        return record(Map.of("chain", "TRX", "currency", "USDT-TRC20", "priceCurrency", "USD", "price", price));
    }

    static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Returns a record of the library as JSON, by the Java names of its components. */
    static JsonObject record(Map<String, Object> components) {
        return Json.createObjectBuilder(components).build();
    }
}
