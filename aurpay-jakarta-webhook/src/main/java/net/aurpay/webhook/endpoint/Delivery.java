package net.aurpay.webhook.endpoint;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.webhook.verification.CallbackKind;
import org.jspecify.annotations.Nullable;

/**
 * A request to the endpoint. Nothing in it is believed yet.
 *
 * @param kind of the resource method that the request reached
 * @param urlSuffix the raw path after {@code callbacks}, with the raw query
 * @param headers all values of a header by its name
 * @param body not yet read; empty for a GET
 */
public record Delivery(
        CallbackKind kind,
        String urlSuffix,
        Function<String, ? extends @Nullable List<String>> headers,
        Optional<InputStream> body) {
    /** Returns the account that the URL names, which proves nothing; empty if the URL is malformed. */
    Optional<String> account() {
        int question = urlSuffix.indexOf('?');
        return CallbackPath.account(kind, question < 0 ? urlSuffix : urlSuffix.substring(0, question));
    }
}
