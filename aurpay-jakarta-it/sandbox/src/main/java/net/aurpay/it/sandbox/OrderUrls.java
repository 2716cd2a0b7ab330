package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Where an order sends its customer and its callbacks; the URLs are kept exactly as the merchant registered them. */
public record OrderUrls(
        @Nullable String succeedUrl,
        @Nullable String timeoutUrl,
        @Nullable String callbackUrl,
        @Nullable String timeoutCallback,
        boolean postCallback) {
    static final OrderUrls NONE = new OrderUrls(null, null, null, null, false);

    static OrderUrls of(JsonObject request) {
        return new OrderUrls(
                text(request, "succeed_url"),
                text(request, "timeout_url"),
                text(request, "callback_url"),
                text(request, "timeout_callback"),
                request.get("enable_post_callback") == JsonValue.TRUE);
    }

    /**
     * Returns the reference that the merchant has given to the payment. The webhook's {@code CallbackUrls} writes the
     * reference into each callback URL, as the parameter {@code reference}. Null if neither URL has this parameter.
     */
    public @Nullable String reference() {
        String fromSuccess = reference(callbackUrl);
        return fromSuccess == null ? reference(timeoutCallback) : fromSuccess;
    }

    private static @Nullable String reference(@Nullable String url) {
        if (url == null || url.indexOf('?') < 0) {
            return null;
        }
        String query = url.substring(url.indexOf('?') + 1).replaceFirst("#.*", "");
        try {
            return new Parameters(query).get("reference");
        } catch (ApiError e) {
            // not percent-encoded: the URL is the merchant's, and need not come from CallbackUrls
            return null;
        }
    }

    private static @Nullable String text(JsonObject request, String field) {
        JsonValue value = request.get(field);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw ApiError.unprocessable(field, "str type expected");
    }
}
