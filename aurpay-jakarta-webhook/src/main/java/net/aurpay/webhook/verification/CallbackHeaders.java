package net.aurpay.webhook.verification;

import java.util.List;
import java.util.function.Function;
import net.aurpay.client.shared.VisibleAscii;
import org.jspecify.annotations.Nullable;

/** The headers of a callback. Each is read only if its length is within a limit. */
final class CallbackHeaders {
    /** Long enough for any token. A limit is needed because the time of a comparison grows with the length. */
    static final int MAX_SECRET = 512;

    /** An ISO-8601 date with nanoseconds and an offset with seconds has 38 characters. */
    static final int MAX_DATE = 40;

    /** 32 bytes in Base64, with padding. */
    static final int SIGNATURE = 44;

    private final Function<String, ? extends @Nullable List<String>> values;

    CallbackHeaders(Function<String, ? extends @Nullable List<String>> values) {
        this.values = values;
    }

    /** Returns the only value of the header; null if the header is missing. */
    @Nullable
    String get(String name, int max) throws CallbackRejectedException {
        List<String> found = values.apply(name);
        if (found == null || found.isEmpty()) {
            return null;
        }
        if (found.size() > 1) {
            throw new CallbackRejectedException(RejectionReason.HEADER_DUPLICATED, "header " + name);
        }
        String value = found.get(0);
        if (value == null || !VisibleAscii.isVisible(value, max)) {
            throw new CallbackRejectedException(RejectionReason.HEADER_MALFORMED, "header " + name);
        }
        return value;
    }
}
