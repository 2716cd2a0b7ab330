package net.aurpay.client.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import net.aurpay.client.AurpayException;
import net.aurpay.client.json.JsonP;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link AurpayException} will say. The filter that sees an answer must not throw (servers treat that in three
 * ways), and the mapper that throws sees only headers: so it travels as text from one to the other.
 *
 * @param code of the envelope, or {@link AurpayException#NO_CODE}
 * @param httpStatus 0 if there was no answer
 * @param unavailable whether the same call may succeed later
 * @param retryAfter what the response asks its callers to wait, to the second; null if it does not say
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

    /** A call that was never sent: nothing happened. */
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
