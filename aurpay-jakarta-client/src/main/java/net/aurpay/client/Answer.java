package net.aurpay.client;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came, and what it means.
 *
 * @param headers what of the headers matters
 * @param body as far as it was read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never handed out
record Answer(int status, Headers headers, byte[] body, Extent extent) {
    /** How much of the body was read. */
    enum Extent {
        WHOLE,
        CUT_OFF,
        TOO_LARGE
    }

    record Headers(
            @Nullable String contentType,
            @Nullable String contentEncoding,
            @Nullable String location,
            @Nullable String traceId) {}

    /** A name twice in an object could hide an amount behind another, so it is an error. */
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    /**
     * What is wrong with this answer; null if its code is 0.
     *
     * @param write whether the request may have changed something
     */
    @Nullable
    Failure failure(boolean write) {
        if (extent == Extent.CUT_OFF) {
            return failure("the answer broke off after " + body.length + " bytes", write, true);
        }
        if (extent == Extent.TOO_LARGE) {
            return failure("the answer is larger than aurpay.max-answer-size <" + body.length + ">", write, false);
        }
        if (status >= 300 && status < 400) {
            return failure(
                    "HTTP " + status + " to <" + withoutQuery(headers.location())
                            + ">: a signed request follows no redirect; check aurpay/mp-rest/url",
                    false,
                    false);
        }
        if (headers.contentEncoding() != null && !headers.contentEncoding().equalsIgnoreCase("identity")) {
            return failure(
                    "the answer is encoded as <" + Mask.text(headers.contentEncoding(), 40)
                            + "> although nothing but plain was asked for",
                    write,
                    false);
        }
        if (status == 204 || body.length == 0) {
            return failure("HTTP " + status + " with an empty body", write, status >= 500 || status == 429);
        }
        JsonObject envelope = isJson() ? envelope() : null;
        return envelope == null ? notAnEnvelope(write) : judge(envelope, write);
    }

    /** The envelope's {@code data}. Only for an answer without a {@link #failure}. */
    JsonValue data() {
        JsonObject envelope = envelope();
        JsonValue data = envelope == null ? null : envelope.get("data");
        return data == null ? JsonValue.NULL : data;
    }

    private @Nullable Failure judge(JsonObject envelope, boolean write) {
        @Nullable Integer code;
        try {
            code = JsonFields.integer("code", envelope.get("code"));
        } catch (FieldException e) {
            return failure(e.text(), write, false);
        }
        if (code == null) {
            return envelope.containsKey("detail") || status >= 400
                    ? notAnEnvelope(write)
                    : failure("the answer has no code: " + excerpt(), write, false);
        }
        boolean refused = envelope.get("result") == JsonValue.FALSE;
        if (code == 0 && !refused && status < 300) {
            return null;
        }
        String message =
                envelope.get("message") == null || envelope.get("message").getValueType() != JsonValue.ValueType.STRING
                        ? "no message"
                        : Mask.text(envelope.getString("message"), 500);
        String text = "Aurpay answered code " + code + (code == 0 && refused ? " with result false" : "")
                + (status == 200 ? "" : " and HTTP " + status) + ": " + message;
        boolean serverError = status >= 500;
        return new Failure(text, code, status, traceId(envelope), write && serverError, serverError || status == 429);
    }

    private Failure notAnEnvelope(boolean write) {
        boolean unavailable = status >= 500 || status == 429;
        boolean refused = status >= 400 && status < 500;
        String type =
                headers.contentType() == null ? "no content type" : "<" + Mask.text(headers.contentType(), 80) + ">";
        return failure(
                "HTTP " + status + " with " + type + " in place of Aurpay's JSON: " + excerpt(),
                write && !refused,
                unavailable);
    }

    private Failure failure(String message, boolean outcomeUnknown, boolean unavailable) {
        String text =
                outcomeUnknown ? message + "; it may have taken effect: look it up before calling again" : message;
        return new Failure(text, AurpayException.NO_CODE, status, headers.traceId(), outcomeUnknown, unavailable);
    }

    private @Nullable JsonObject envelope() {
        try {
            return READERS.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)
                    .readObject();
        } catch (RuntimeException e) {
            // JsonException for bad JSON; a parser may also end in others, e.g. where it is nested too deep
            return null;
        }
    }

    private boolean isJson() {
        String type = headers.contentType();
        if (type == null) {
            return false;
        }
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json") || bare.endsWith("+json");
    }

    private @Nullable String traceId(JsonObject envelope) {
        JsonValue traceId = envelope.get("trace_id");
        return traceId != null && traceId.getValueType() == JsonValue.ValueType.STRING
                ? Mask.text(envelope.getString("trace_id"), 64)
                : headers.traceId();
    }

    private String excerpt() {
        return "<" + Mask.text(new String(body, 0, Math.min(body.length, 2048), StandardCharsets.UTF_8), 200) + ">";
    }

    private static String withoutQuery(@Nullable String location) {
        return location == null ? "nowhere" : Mask.text(location.replaceFirst("[?#].*", ""), 200);
    }
}
