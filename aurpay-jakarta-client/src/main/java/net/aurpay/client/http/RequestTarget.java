package net.aurpay.client.http;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.aurpay.client.AurpayException;
import net.aurpay.client.shared.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The path and query of a request, as they are signed and sent: percent-encoded UTF-8. As in the official client,
 * {@code :} is not encoded. A blank is {@code %20} and never {@code +}, because servers differ in how they decode
 * {@code +}.
 */
final class RequestTarget {
    /** Matches the first place at which an order id can be. Everything after that place is the id, slashes included. */
    private static final Pattern ORDER = Pattern.compile("/api/v2/order/(?:detail|refund-info|refund)/(.*)");

    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]+");

    private static final Pattern COLON = Pattern.compile("%3a", Pattern.CASE_INSENSITIVE);

    /** A time as {@link java.time.Instant} writes it. Quarkus does not ask {@link TimeConverters} for a record's times. */
    private static final Pattern INSTANT =
            Pattern.compile("(=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]+)?Z(?=&|$)");

    private RequestTarget() {}

    static String of(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /** The path of a method as its annotations give it, with its parameters in braces. */
    static String of(Method method) {
        return text(method.getDeclaringClass().getAnnotation(Path.class)) + text(method.getAnnotation(Path.class));
    }

    private static String text(@Nullable Path path) {
        return path == null ? "" : "/" + path.value().replaceAll("^/+|/+$", "");
    }

    /**
     * Whether this is a log-in, or a request for the API key with the token of a log-in. Such requests are not signed.
     */
    static boolean isLogIn(URI uri) {
        return uri.getRawPath().endsWith("/api/user/login") || uri.getRawPath().endsWith("/api/plugin/key");
    }

    /**
     * The URI that is sent instead of {@code uri}: with the text that {@link SafeText} has spelled, and in the query
     * with {@code :}, {@code %20} and Aurpay's times however the REST client wrote a colon, a blank and an instant.
     *
     * @throws AurpayException if the path contains an invalid order id, which would make it another path for the server
     */
    static URI settled(URI uri) {
        String path = SafeText.encoded(uri.getRawPath());
        rejectBadOrderId(path);
        String query = uri.getRawQuery();
        String target = query == null ? path : path + "?" + settled(query);
        return target.equals(of(uri)) && uri.getRawFragment() == null
                ? uri
                : URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + target);
    }

    private static String settled(String query) {
        String written = COLON.matcher(query).replaceAll(":").replace("+", "%20");
        // A text that looks like a time is not meant: it would be spelled.
        return SafeText.encoded(INSTANT.matcher(written).replaceAll("$1"));
    }

    private static void rejectBadOrderId(String path) {
        Matcher order = ORDER.matcher(path);
        if (order.find() && !ORDER_ID.matcher(order.group(1)).matches()) {
            throw FailureDetails.unsent("order id must be letters, digits, - and _, was <"
                            + Redaction.text(order.group(1), 80) + ">; nothing was sent")
                    .exception(null);
        }
    }
}
