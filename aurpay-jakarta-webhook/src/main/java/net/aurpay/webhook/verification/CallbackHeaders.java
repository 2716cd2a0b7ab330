package net.aurpay.webhook.verification;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The headers of a callback, each read within its bound. */
public final class CallbackHeaders {
    /** Long enough for any token; the time of a comparison grows with it. */
    static final int MAX_SECRET = 512;

    /** Of an ISO-8601 date with nanoseconds and an offset of seconds: 38. */
    static final int MAX_DATE = 40;

    /** Of 32 bytes in Base64, padded. */
    static final int SIGNATURE = 44;

    private final Function<String, ? extends @Nullable List<String>> values;

    CallbackHeaders(Function<String, ? extends @Nullable List<String>> values) {
        this.values = values;
    }

    /** Null if it is missing. */
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
        if (!isVisibleAscii(value, max)) {
            throw new CallbackRejectedException(RejectionReason.HEADER_MALFORMED, "header " + name);
        }
        return value;
    }

    public static boolean isVisibleAscii(@Nullable String text, int max) {
        if (text == null || text.isEmpty() || text.length() > max) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
