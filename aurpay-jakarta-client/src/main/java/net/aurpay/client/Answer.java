package net.aurpay.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it came, and what it means. */
final class Answer {
    static final String TRACE_ID = "a-trace-id";

    /** Of an answer that refuses a signature, which the documentation says to compare with the own text. */
    private static final int MAX_SHOWN = 2048;

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** A name twice in an object could hide an amount behind another, so it is an error. */
    private static final JsonBuilderFactory BUILDERS =
            Json.createBuilderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final int status;
    private final MultivaluedMap<String, String> headers;
    private final byte[] body;
    private final boolean cutOff;
    private final boolean tooLarge;
    private final List<String> secrets;
    private final @Nullable String signed;

    /**
     * @param body as far as it was read
     * @param cutOff whether it broke off
     * @param tooLarge whether there is more of it than the configuration allows
     * @param secrets of the request, which no message may repeat
     * @param signed the request's {@code signature_origin}; null if it was not signed
     */
    Answer(
            int status,
            MultivaluedMap<String, String> headers,
            byte[] body,
            boolean cutOff,
            boolean tooLarge,
            List<String> secrets,
            @Nullable String signed) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.cutOff = cutOff;
        this.tooLarge = tooLarge;
        this.secrets = secrets;
        this.signed = signed;
    }

    byte[] body() {
        return body;
    }

    MultivaluedMap<String, String> headers() {
        return headers;
    }

    /** Null if this is not all, is no JSON object, has a name twice, or is nested deeper than JSON-P goes. */
    @Nullable
    JsonObject envelope() {
        if (cutOff || tooLarge || !isJson()) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonParser parser = PARSERS.createParser(new StringReader(text));
            JsonValue whole = tree(parser, parser.next());
            // throws where anything follows; a JsonReader would not look, and a parser not see a name twice
            return !parser.hasNext() && whole instanceof JsonObject object ? object : null;
        } catch (CharacterCodingException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    /**
     * What is wrong with this answer; null if its code is 0.
     *
     * @param envelope of this answer
     * @param write whether the request may have changed something
     */
    @Nullable
    Failure failure(@Nullable JsonObject envelope, boolean write) {
        if (cutOff) {
            return noEnvelope("the answer broke off after " + body.length + " bytes", write);
        }
        if (tooLarge) {
            return noEnvelope("the answer is larger than aurpay.max-answer-size <" + body.length + ">", write);
        }
        if (status >= 300 && status < 400) {
            return noEnvelope(
                    "HTTP " + status + " to <" + withoutQuery(headers.getFirst(HttpHeaders.LOCATION))
                            + ">: a signed request follows no redirect; check aurpay/mp-rest/url",
                    write);
        }
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return noEnvelope(
                    "HTTP " + status + ", encoded as <" + mask(encoding, 40)
                            + "> although nothing but plain was asked for",
                    write);
        }
        if (body.length == 0) {
            return noEnvelope("HTTP " + status + " with an empty body", write);
        }
        return envelope == null ? notJson(write) : judge(envelope, write);
    }

    private @Nullable Failure judge(JsonObject envelope, boolean write) {
        Integer code;
        boolean refused;
        try {
            code = JsonFields.integer("code", envelope.get("code"));
            refused = Boolean.FALSE.equals(JsonFields.bool("result", envelope.get("result")));
        } catch (FieldException e) {
            return noEnvelope(String.valueOf(e.getMessage()), write);
        }
        if (code == null) {
            return status >= 400 || envelope.containsKey("detail")
                    ? notJson(write)
                    : noEnvelope("the answer has no code: " + excerpt(), write);
        }
        if (code == 0 && !refused && status < 300) {
            return null;
        }
        String message =
                envelope.get("message") instanceof JsonString text ? mask(text.getString(), 500) : "no message";
        String traceId =
                envelope.get("trace_id") instanceof JsonString id ? id.getString() : headers.getFirst(TRACE_ID);
        return failure(
                "Aurpay answered code " + code + (code == 0 && refused ? " with result false" : "")
                        + (status == 200 ? "" : " and HTTP " + status) + ": " + message,
                code,
                traceId,
                // a server that failed may have done it; code 0 is contradicted by the result or by the status
                write && (status >= 500 || isServerError(code) || code == 0));
    }

    private Failure notJson(boolean write) {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        String named = type == null ? "no content type" : "<" + mask(type, 80) + ">";
        return noEnvelope(
                "HTTP " + status + " with " + named + " in place of Aurpay's JSON with no name twice: " + excerpt(),
                write);
    }

    /** Without an envelope only a status that refuses the request tells that a write had no effect. */
    private Failure noEnvelope(String message, boolean write) {
        boolean refused = status >= 300 && status < 500 && status != 303;
        return failure(message, AurpayException.NO_CODE, headers.getFirst(TRACE_ID), write && !refused);
    }

    private Failure failure(String message, int code, @Nullable String traceId, boolean outcomeUnknown) {
        String text = outcomeUnknown ? message + Failure.LOOK_UP : message;
        String shown = signed == null ? "" : masked(MAX_SHOWN, MAX_SHOWN);
        if (signed != null && isAboutCredentials(code, shown)) {
            text += SignatureOrigin.difference(signed, shown);
        }
        String id = traceId == null ? null : mask(traceId, 64);
        boolean unavailable = cutOff || status >= 500 || status == 429 || isServerError(code) || code == 429;
        return new Failure(text, code, status, id, outcomeUnknown, unavailable);
    }

    /** With which code Aurpay refuses a signature is not documented, so the word does as well. */
    private boolean isAboutCredentials(int code, String shown) {
        return status == 401
                || status == 403
                || code == 401
                || code == 403
                || shown.toLowerCase(Locale.ROOT).contains("signature");
    }

    /** Aurpay's codes of three digits are statuses of HTTP, under status 200. */
    private static boolean isServerError(int code) {
        return code >= 500 && code < 600;
    }

    private static JsonValue tree(JsonParser parser, Event event) {
        if (event == Event.START_OBJECT) {
            JsonObjectBuilder object = BUILDERS.createObjectBuilder();
            while (parser.next() != Event.END_OBJECT) {
                String name = parser.getString();
                object.add(name, tree(parser, parser.next()));
            }
            return object.build();
        } else if (event == Event.START_ARRAY) {
            JsonArrayBuilder array = BUILDERS.createArrayBuilder();
            for (Event item = parser.next(); item != Event.END_ARRAY; item = parser.next()) {
                array.add(tree(parser, item));
            }
            return array.build();
        }
        return parser.getValue();
    }

    private boolean isJson() {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json") || bare.endsWith("+json");
    }

    private String excerpt() {
        return "<" + masked(2048, 200) + ">";
    }

    private String masked(int read, int shown) {
        return mask(new String(body, 0, Math.min(body.length, read), StandardCharsets.UTF_8), shown);
    }

    private String withoutQuery(@Nullable String location) {
        return location == null ? "nowhere" : mask(location.replaceFirst("(?s)[?#].*", ""), 200);
    }

    private String mask(String foreign, int length) {
        String text = foreign;
        for (String secret : secrets) {
            text = text.replace(secret, "***");
        }
        return Mask.text(text, length);
    }
}
