package net.aurpay.it.benchmark;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.webhook.testing.SignedCallback;

/** Writes requests before they are sent, so that no signature is computed while the server is measured. */
record Requests(int port, Keys keys) {
    private static final String ORDER = "{\"order_id\":\"20250207040935220628\",\"status\":\"SUCCESS\","
            + "\"order_type\":\"ORDER\",\"amount\":\"19.0012\",\"vs_price\":\"19.0\",\"vs_currency\":\"USD\","
            + "\"remark\":\"4711\"}";

    /** Returns callbacks as Aurpay sends them, each for a new payment. */
    List<byte[]> signedByAurpay(String path, int count) {
        return Stream.generate(() -> {
                    String target = path + "?reference=4711&payment=" + payment();
                    SignedCallback callback = SignedCallback.of(URI.create("http://127.0.0.1:" + port + target))
                            .signedWith(keys.callbackToken(), keys.callbackSecret())
                            .withBody(ORDER);
                    Map<String, String> headers = new LinkedHashMap<>(callback.headers());
                    headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Type"));
                    return request(target, headers);
                })
                .limit(count)
                .toList();
    }

    /** Returns callbacks with the same body, signed as Standard Webhooks specifies it. */
    List<byte[]> signedByStandard(String path, int count) {
        com.standardwebhooks.Webhook webhook = webhook();
        return Stream.generate(() -> {
                    String id = payment();
                    long now = Instant.now().getEpochSecond();
                    Map<String, String> headers = Map.of(
                            "webhook-id", id,
                            "webhook-timestamp", Long.toString(now),
                            "webhook-signature", sign(webhook, id, now));
                    return request(path, headers);
                })
                .limit(count)
                .toList();
    }

    private com.standardwebhooks.Webhook webhook() {
        try {
            return new com.standardwebhooks.Webhook(keys.callbackSecret().getBytes(StandardCharsets.UTF_8));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(com.standardwebhooks.Webhook webhook, String id, long now) {
        try {
            return webhook.sign(id, now, ORDER);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String payment() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static byte[] request(String target, Map<String, String> headers) {
        StringBuilder request = new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        request.append("Content-Type: application/json\r\nContent-Length: " + ORDER.length() + "\r\n\r\n");
        return request.append(ORDER).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
