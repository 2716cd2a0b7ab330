package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.webhook.testing.SignedCallback;

/** Sends authentic callbacks with malformed headers. */
final class OddRequests {
    /** Each is added to a request. A line break separates two headers. */
    static final List<String> HEADERS = List.of(
            "Content-Type: json",
            "Content-Type: text",
            "Content-Type: ",
            "Content-Type: application/json, application/json",
            "Content-Type: application/json\r\nContent-Type: text/plain",
            "Content-Type: application/json; charset",
            "Accept: json",
            "Accept: ",
            "Accept: application/xml",
            "Accept: text/html, x");

    private final Keys keys;
    private final URI application;
    private final String callbacks;

    /** @param callbacks the URL for which the callbacks are signed */
    OddRequests(Keys keys, URI application, String callbacks) {
        this.keys = keys;
        this.application = application;
        this.callbacks = callbacks;
    }

    /** Sends a callback with an additional header, and returns the status of the response. */
    int send(String method, String header) throws IOException {
        String payment = UUID.randomUUID().toString().replace("-", "");
        URI url = URI.create(callbacks + "/succeeded?reference=odd&payment=" + payment);
        String body = method.equals("POST") ? "{\"order_id\":\"20200101000000000000\"}" : "";
        StringBuilder request = new StringBuilder(method + " " + application.getPath() + "aurpay/callbacks/succeeded?"
                + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n");
        SignedCallback.of(url)
                .signedWith(keys.callbackToken(), keys.callbackSecret())
                .headers()
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        request.append(header).append("\r\n");
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        try (RawConnection connection = new RawConnection(application)) {
            connection.send((request + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return connection.response(false, RawConnection.PATIENCE).status();
        }
    }
}
