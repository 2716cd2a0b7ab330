package net.aurpay.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.aurpay.client.Order;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.client.json.JsonBinding;
import net.aurpay.webhook.payments.UnmatchedTransactions;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.CallbackVerifier;
import net.aurpay.webhook.verification.CallbackVerifierBuilder;
import org.jspecify.annotations.Nullable;

/** A shop's secrets and callbacks. */
public final class Sample {
    public static final String BASE = "https://shop.example.com/shop/aurpay/callbacks";
    public static final String TOKEN = "EEB0C8EEB1B6C7D9";
    public static final String SECRET = "callback-secret-1";
    public static final String API_KEY = "api-key-1";
    public static final String PAYMENT = "0123456789abcdef0123456789abcdef";
    public static final String ORDER_ID = "20250207040935220628";
    public static final String PAID = "/succeeded?reference=A%2F1&payment=" + PAYMENT;
    public static final String TIMED_OUT = "/timed-out?reference=A%2F1&payment=" + PAYMENT;
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private Sample() {}

    public static CallbackVerifierBuilder verifier() {
        return CallbackVerifier.builder().url(BASE).token(TOKEN).secret(SECRET).clock(CLOCK);
    }

    public static SignedCallback signed(String urlSuffix) {
        return SignedCallback.of(URI.create(BASE + urlSuffix))
                .signedWith(TOKEN, SECRET)
                .withDate(NOW);
    }

    public static Function<String, @Nullable List<String>> headers(SignedCallback callback) {
        return lists(callback.headers());
    }

    /** Returns a look-up that ignores case in names, like that of a server. */
    public static Function<String, @Nullable List<String>> lists(Map<String, String> headers) {
        Map<String, List<String>> found = headers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        header -> List.of(header.getValue()),
                        (first, second) -> second,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
        return found::get;
    }

    public static Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("aurpay.webhook.url", BASE);
        properties.put("aurpay.webhook.token", TOKEN);
        properties.put("aurpay.webhook.secret", SECRET);
        return properties;
    }

    public static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The order of {@code order.json} with some fields changed. */
    public static Order order(Map<String, String> changes) {
        JsonObject order =
                Json.createReader(new StringReader(resource("order.json"))).readObject();
        JsonObjectBuilder changed = Json.createObjectBuilder(order);
        changes.forEach(changed::add);
        return JsonBinding.get().read(Order.class, changed.build());
    }

    public static UnmatchedTransactions noTransactions() {
        return transactions(List.of());
    }

    /** A list of transactions that ignores the query, and fits on one page. */
    public static UnmatchedTransactions transactions(List<Transaction> transactions) {
        return new UnmatchedTransactions(query -> new Page<>(
                1,
                100,
                transactions.size(),
                1,
                transactions.stream()
                        .filter(transaction -> Objects.equals(query.type(), transaction.transactionType()))
                        .toList()));
    }
}
