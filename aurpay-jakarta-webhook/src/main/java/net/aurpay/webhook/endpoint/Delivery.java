package net.aurpay.webhook.endpoint;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.webhook.verification.CallbackKind;
import org.jspecify.annotations.Nullable;

/** A request to the endpoint, of which nothing is believed yet. */
public final class Delivery {
    /** Of the resource method that was reached. */
    final CallbackKind kind;

    /** Raw path behind {@code callbacks}, with the raw query. */
    final String rest;

    final Function<String, ? extends @Nullable List<String>> headers;

    /** Not yet read; empty for a GET. */
    final Optional<InputStream> body;

    public Delivery(
            CallbackKind kind,
            String rest,
            Function<String, ? extends @Nullable List<String>> headers,
            Optional<InputStream> body) {
        this.kind = kind;
        this.rest = rest;
        this.headers = headers;
        this.body = body;
    }
}
