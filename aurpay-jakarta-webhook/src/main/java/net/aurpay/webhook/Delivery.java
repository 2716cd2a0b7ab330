package net.aurpay.webhook;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request to the endpoint, of which nothing is believed yet.
 *
 * @param kind of the resource method that was reached
 * @param rest raw path behind {@code callbacks}, with the raw query
 * @param body not yet read; empty for a GET
 */
record Delivery(
        CallbackKind kind,
        String rest,
        Function<String, ? extends @Nullable List<String>> headers,
        Optional<InputStream> body) {}
