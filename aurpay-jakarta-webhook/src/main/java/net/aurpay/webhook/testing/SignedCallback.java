package net.aurpay.webhook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A callback as Aurpay sends it, for tests of applications that observe the events. Immutable.
 *
 * <pre>{@code
 * int status = SignedCallback.succeeded(url, "A1").signedWith(token, secret).send();
 * }</pre>
 *
 * <p>It has its own code for signing on purpose: if it shared that of the verifier, tests would not notice a mistake in
 * it.
 *
 * @see <a href="https://dashboard.aurpay.net">Collection "Aurpay API", Callback Authentication Method</a>
 */
public final class SignedCallback {
    private final URI url;
    private final @Nullable String date;
    private final @Nullable String body;
    private final @Nullable String secret;
    private final Map<String, String> credentials;

    private SignedCallback(
            URI url,
            @Nullable String date,
            @Nullable String body,
            @Nullable String secret,
            Map<String, String> credentials) {
        this.url = url;
        this.date = date;
        this.body = body;
        this.secret = secret;
        this.credentials = Map.copyOf(credentials);
    }

    /**
     * Makes a GET callback that reports that an order was paid, dated now and not signed yet. Each call makes a new
     * payment id, and so a new payment; for a second delivery, send the same instance twice.
     *
     * @param base {@code aurpay.webhook.url}, with or without a slash at the end; for a named account, followed by a
     *     slash and the name
     * @param reference the merchant's own name of the payment, not encoded
     */
    public static SignedCallback succeeded(URI base, String reference) {
        return of(SampleUrls.succeeded(base, reference));
    }

    /**
     * Makes a GET callback that reports that an order was not paid in time, dated now and not signed yet. Each call
     * makes a new payment id.
     *
     * @param base {@code aurpay.webhook.url}, with or without a slash at the end; for a named account, followed by a
     *     slash and the name
     * @param reference the merchant's own name of the payment, not encoded
     */
    public static SignedCallback timedOut(URI base, String reference) {
        return of(SampleUrls.timedOut(base, reference));
    }

    /**
     * Makes a GET callback to a registered URL, such as {@code callbacks.succeeded()}, dated now and not signed yet.
     *
     * @throws IllegalArgumentException if the path ends like that of a callback, but the parameter {@code payment} is
     *     not a payment id: 32 hex digits in lower case, such as a {@code UUID} without its dashes
     */
    public static SignedCallback of(URI url) {
        SampleUrls.requirePaymentId(url);
        return new SignedCallback(url, null, null, null, Map.of());
    }

    /** Adds this callback token, and signs with this callback secret. */
    public SignedCallback signedWith(String token, String secret) {
        return with("Callback-Token", token).signedWith(secret);
    }

    /** Signs with this callback secret, without a token. */
    public SignedCallback signedWith(String secret) {
        return new SignedCallback(url, date, body, secret, credentials);
    }

    /** Adds this {@code Api-Key}. */
    public SignedCallback withApiKey(String apiKey) {
        return with("Api-Key", apiKey);
    }

    /** Dates the callback at this time instead of now. */
    public SignedCallback withDate(Instant date) {
        return withDate(date.toString());
    }

    /** Uses exactly this text as {@code Date}, and signs it unchanged. */
    public SignedCallback withDate(String date) {
        return new SignedCallback(url, date, body, secret, credentials);
    }

    /** Makes it a POST with this body, such as the JSON of an order. */
    public SignedCallback withBody(String body) {
        return new SignedCallback(url, date, body, secret, credentials);
    }

    /** {@code GET}, or {@code POST} if there is a body. */
    public String method() {
        return body == null ? "GET" : "POST";
    }

    /** The URL that is signed. */
    public URI url() {
        return url;
    }

    /** The body of a POST; empty for a GET. */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /** {@code Callback-Token}, {@code Api-Key}, {@code Date} and {@code Signature}, as far as they are set. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(credentials);
        String sent = date != null
                ? date
                : Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        headers.put("Date", sent);
        if (secret != null) {
            headers.put("Signature", sign(sent + " | " + url, secret));
        }
        return headers;
    }

    /**
     * Sends the callback to the URL that it is signed for, and returns the status of the response.
     *
     * @throws UncheckedIOException if there is no connection, or no response within 60 s
     * @throws IllegalStateException if the thread is interrupted meanwhile
     */
    public int send() {
        return send(url);
    }

    /**
     * Sends the callback to an application that cannot be reached through its public URL, and returns the status of the
     * response.
     *
     * @param base where the application's {@code aurpay/callbacks} really is, with or without a slash at the end; for a
     *     named account, followed by a slash and the name. The last segment of the path and the query of the signed URL
     *     are appended
     * @throws UncheckedIOException if there is no connection, or no response within 60 s
     * @throws IllegalStateException if the thread is interrupted meanwhile
     */
    public int sendTo(URI base) {
        String path = url.getRawPath();
        String query = url.getRawQuery();
        return send(URI.create(SampleUrls.withoutSlash(base)
                + path.substring(path.lastIndexOf('/'))
                + (query == null ? "" : "?" + query)));
    }

    private int send(URI target) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(60)).method(method(), publisher);
        headers().forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the response came", e);
        }
    }

    private SignedCallback with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(credentials);
        more.put(header, value);
        return new SignedCallback(url, date, body, secret, more);
    }

    private static String sign(String origin, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    /** Contains no secret. */
    @Override
    public String toString() {
        return "SignedCallback[" + method() + " " + url + "]";
    }
}
