package net.aurpay.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the reference of a payment in its callback URL, where {@code CallbackUrls} puts it. */
final class References {
    private static final Pattern PARAMETER = Pattern.compile("[?&]reference=([^&#]*)");

    private References() {}

    static Optional<String> in(@Nullable String url) {
        Matcher parameter = PARAMETER.matcher(url == null ? "" : url);
        // a plus sign is not a space in these URLs
        return parameter.find()
                ? Optional.of(URLDecoder.decode(parameter.group(1).replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
