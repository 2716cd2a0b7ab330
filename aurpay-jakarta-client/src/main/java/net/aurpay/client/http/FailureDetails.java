package net.aurpay.client.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import net.aurpay.client.AurpayException;
import net.aurpay.client.json.JsonP;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an {@link AurpayException} will say. The filter that sees a response must not throw, because servers
 * handle an exception of a filter in three different ways. The mapper that throws sees only headers. Therefore the
 * details travel from the filter to the mapper as text.
 *
 * @param code the code of the envelope, or {@link AurpayException#NO_CODE}
 * @param httpStatus 0 if no response came
 * @param unavailable whether the same call may succeed later
 * @param retryAfter how long the response asks its callers to wait, to the second; null if the response does not say
 */
public record FailureDetails(
        String message,
        int code,
        int httpStatus,
        @Nullable String traceId,
        boolean outcomeUnknown,
        boolean unavailable,
        @Nullable Duration retryAfter) {
    FailureDetails(
            String message,
            int code,
            int httpStatus,
            @Nullable String traceId,
            boolean outcomeUnknown,
            boolean unavailable) {
        this(message, code, httpStatus, traceId, outcomeUnknown, unavailable, null);
    }

    /** Describes a call that was never sent, so nothing happened. */
    public static FailureDetails unsent(String message) {
        return new FailureDetails(message, AurpayException.NO_CODE, 0, null, false, false);
    }

    public AurpayException exception(@Nullable Throwable cause) {
        return AurpayException.builder(message)
                .code(code)
                .httpStatus(httpStatus)
                .traceId(traceId)
                .outcomeUnknown(outcomeUnknown)
                .unavailable(unavailable)
                .retryAfter(retryAfter)
                .cause(cause)
                .build();
    }

    String toJson() {
        JsonObjectBuilder json = JsonP.PROVIDER
                .createObjectBuilder()
                .add("message", message)
                .add("code", code)
                .add("httpStatus", httpStatus)
                .add("outcomeUnknown", outcomeUnknown)
                .add("unavailable", unavailable);
        if (traceId != null) {
            json.add("traceId", traceId);
        }
        if (retryAfter != null) {
            json.add("retryAfter", retryAfter.toSeconds());
        }
        return json.build().toString();
    }

    static FailureDetails fromJson(String text) {
        JsonObject json = JsonP.PROVIDER.createReader(new StringReader(text)).readObject();
        return new FailureDetails(
                json.getString("message"),
                json.getInt("code"),
                json.getInt("httpStatus"),
                json.getString("traceId", null),
                json.getBoolean("outcomeUnknown"),
                json.getBoolean("unavailable"),
                json.containsKey("retryAfter")
                        ? Duration.ofSeconds(json.getJsonNumber("retryAfter").longValue())
                        : null);
    }
}
