package net.aurpay.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link AurpayException} will say. The filter that sees an answer must not throw (servers treat that in three
 * ways), and the mapper that throws sees only headers: so it travels as text from one to the other.
 *
 * @param code of the envelope, or {@link AurpayException#NO_CODE}
 * @param httpStatus 0 if there was no answer
 * @param unavailable whether the same call may succeed later
 */
record Failure(
        String message,
        int code,
        int httpStatus,
        @Nullable String traceId,
        boolean outcomeUnknown,
        boolean unavailable) {
    /** A call that was never sent: nothing happened. */
    static Failure unsent(String message) {
        return new Failure(message, AurpayException.NO_CODE, 0, null, false, false);
    }

    AurpayException exception(@Nullable Throwable cause) {
        return unavailable ? new AurpayUnavailableException(this, cause) : new AurpayException(this, cause);
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
        return json.build().toString();
    }

    static Failure fromJson(String text) {
        JsonObject json = JsonP.PROVIDER.createReader(new StringReader(text)).readObject();
        return new Failure(
                json.getString("message"),
                json.getInt("code"),
                json.getInt("httpStatus"),
                json.getString("traceId", null),
                json.getBoolean("outcomeUnknown"),
                json.getBoolean("unavailable"));
    }
}
