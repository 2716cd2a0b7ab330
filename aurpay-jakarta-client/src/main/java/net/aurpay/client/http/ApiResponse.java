package net.aurpay.client.http;

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
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.function.Supplier;
import net.aurpay.client.AurpayException;
import net.aurpay.client.json.JsonFields;
import net.aurpay.client.json.JsonP;
import net.aurpay.client.json.UnexpectedFieldException;
import net.aurpay.client.shared.Redaction;
import org.jspecify.annotations.Nullable;

/** A response as it came, and what it means. */
public final class ApiResponse {
    static final String TRACE_ID = "a-trace-id";

    /**
     * How many characters of a response are shown if Aurpay rejects a signature. The documentation says to compare such
     * a response with the text that the client signed.
     */
    private static final int MAX_SHOWN = 2048;

    private static final JsonParserFactory PARSERS = JsonP.PROVIDER.createParserFactory(Map.of());

    /** These builders reject an object in which a name occurs twice, because one amount could hide another. */
    private static final JsonBuilderFactory BUILDERS =
            JsonP.PROVIDER.createBuilderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final int status;
    private final MultivaluedMap<String, String> headers;
    private final byte[] body;
    private final boolean cutOff;
    private final boolean tooLarge;
    private final Supplier<List<String>> secrets;
    private final @Nullable String signed;

    /**
     * Holds a response that was read.
     *
     * @param body as much as was read
     * @param cutOff whether the response broke off
     * @param tooLarge whether the body is longer than the configuration allows
     * @param secrets finds the secrets of the request, which no message may repeat
     * @param signed the request's {@code signature_origin}; null if the request was not signed
     */
    public ApiResponse(
            int status,
            MultivaluedMap<String, String> headers,
            byte[] body,
            boolean cutOff,
            boolean tooLarge,
            Supplier<List<String>> secrets,
            @Nullable String signed) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.cutOff = cutOff;
        this.tooLarge = tooLarge;
        this.secrets = secrets;
        this.signed = signed;
    }

    /** Finds a header, ignoring case, because not every implementation's map of headers does. */
    static @Nullable String header(MultivaluedMap<String, String> headers, String name) {
        for (Entry<String, List<String>> header : headers.entrySet()) {
            if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return null;
    }

    byte[] body() {
        return body;
    }

    MultivaluedMap<String, String> headers() {
        return headers;
    }

    /**
     * The response as a JSON object. Null if the response is not complete, is not a JSON object, contains a name twice,
     * or is nested more deeply than JSON-P allows.
     */
    @Nullable
    public JsonObject envelope() {
        if (cutOff || tooLarge || !isJson()) {
            return null;
        }
        try {
            // Unlike a Charset, a new decoder reports what is not UTF-8.
            JsonParser parser = PARSERS.createParser(
                    new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder()));
            JsonValue whole = tree(parser, parser.next());
            // hasNext() throws if anything follows. A JsonReader would not look, and a parser alone would accept a name
            // that occurs twice.
            return !parser.hasNext() && whole instanceof JsonObject object ? object : null;
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    /**
     * What is wrong with this response; null if its code is 0.
     *
     * @param envelope the envelope of this response
     * @param effect what the request may have done
     */
    @Nullable
    public FailureDetails failure(@Nullable JsonObject envelope, Effect effect) {
        if (cutOff) {
            return noEnvelope("the response broke off after " + body.length + " bytes", effect);
        }
        if (tooLarge) {
            return noEnvelope(
                    "the response is larger than " + ClientKeys.MAX_RESPONSE_SIZE + " <" + body.length + ">", effect);
        }
        if (status >= 300 && status < 400) {
            return noEnvelope(
                    "HTTP " + status + " to <" + withoutQuery(header(headers, HttpHeaders.LOCATION))
                            + ">: a signed request follows no redirect; check " + ClientKeys.URL,
                    effect);
        }
        String encoding = header(headers, HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return noEnvelope(
                    "HTTP " + status + ", encoded as <" + mask(encoding, 40)
                            + "> although no compression was requested",
                    effect);
        }
        if (body.length == 0) {
            return noEnvelope("HTTP " + status + " with an empty body", effect);
        }
        return envelope == null ? notJson(effect) : judge(envelope, effect);
    }

    private @Nullable FailureDetails judge(JsonObject envelope, Effect effect) {
        Integer code;
        boolean rejected;
        try {
            code = code(envelope);
            rejected = Boolean.FALSE.equals(field(envelope, "result", JsonFields::bool));
        } catch (UnexpectedFieldException e) {
            // The envelope contradicts the API, so the HTTP status proves nothing either.
            return failure(String.valueOf(e.getMessage()), AurpayException.NO_CODE, traceId(envelope), effect, true);
        }
        if (code == null) {
            return withoutCode(envelope, effect);
        }
        if (code == 0 && !rejected && status < 300) {
            return null;
        }
        return failure(
                "Aurpay answered code " + code + (code == 0 && rejected ? " with result false" : "")
                        + (status == 200 ? "" : " and HTTP " + status) + ": " + message(envelope),
                code,
                traceId(envelope),
                effect,
                !Outcome.isRejected(status, code));
    }

    /** The code of the envelope; null if the envelope has no code, or has a word in its place. */
    private static @Nullable Integer code(JsonObject envelope) {
        if (isWord(envelope)) {
            return null;
        }
        Integer code = field(envelope, "code", JsonFields::integer);
        if (code != null && code == AurpayException.NO_CODE) {
            throw new UnexpectedFieldException("must be greater, was <" + code + ">").within("code");
        }
        return code;
    }

    private static <T> @Nullable T field(
            JsonObject envelope, String name, Function<@Nullable JsonValue, @Nullable T> reading) {
        try {
            return reading.apply(envelope.get(name));
        } catch (UnexpectedFieldException e) {
            throw e.within(name);
        }
    }

    /**
     * Whether the code is a word, as in other services of the same team. Any other text
     * is read as a number.
     */
    private static boolean isWord(JsonObject envelope) {
        return envelope.get("code") instanceof JsonString text
                && text.getString().matches("\\p{Alpha}.*");
    }

    private FailureDetails withoutCode(JsonObject envelope, Effect effect) {
        if (isWord(envelope)) {
            return noEnvelope(
                    "Aurpay answered code <" + mask(envelope.getString("code"), 80) + ">"
                            + (status == 200 ? "" : " and HTTP " + status) + ": " + message(envelope),
                    effect);
        }
        return status >= 400 || envelope.containsKey("detail")
                ? notJson(effect)
                : noEnvelope("the response has no code: " + excerpt(), effect);
    }

    /** The message of the envelope, which other services of the same team call {@code msg}. */
    private String message(JsonObject envelope) {
        for (String name : List.of("message", "msg")) {
            if (envelope.get(name) instanceof JsonString text) {
                return mask(text.getString(), 500);
            }
        }
        return "no message";
    }

    private @Nullable String traceId(JsonObject envelope) {
        return envelope.get("trace_id") instanceof JsonString id ? id.getString() : header(headers, TRACE_ID);
    }

    private FailureDetails notJson(Effect effect) {
        String type = header(headers, HttpHeaders.CONTENT_TYPE);
        String named = type == null ? "no content type" : "<" + mask(type, 80) + ">";
        return noEnvelope(
                "HTTP " + status + " with " + named
                        + (isJson() ? ", but it is not a JSON object: " : " instead of JSON: ") + excerpt(),
                effect);
    }

    /** If there is no envelope, only an HTTP status that rejects the request proves that a write had no effect. */
    private FailureDetails noEnvelope(String message, Effect effect) {
        boolean unknown = !Outcome.isRejected(status, AurpayException.NO_CODE);
        return failure(message, AurpayException.NO_CODE, header(headers, TRACE_ID), effect, unknown);
    }

    private FailureDetails failure(String message, int code, @Nullable String traceId, Effect effect, boolean unknown) {
        boolean outcomeUnknown = effect != Effect.NONE && unknown;
        String text = outcomeUnknown ? message + effect.advice() : message;
        String shown = signed == null ? "" : masked(MAX_SHOWN);
        if (signed != null && isAboutCredentials(code, shown)) {
            text += SignatureOrigin.difference(signed, shown);
        }
        String id = traceId == null ? null : mask(traceId, 64);
        return new FailureDetails(
                text,
                code,
                status,
                id,
                outcomeUnknown,
                cutOff || Outcome.isUnavailable(status, code),
                RetryAfter.parse(header(headers, HttpHeaders.RETRY_AFTER), Instant.now()));
    }

    /**
     * Whether Aurpay rejected the credentials. The documentation does not say which code a rejected signature has, so
     * the word {@code signature} counts, too.
     */
    private boolean isAboutCredentials(int code, String shown) {
        return status == 401
                || status == 403
                || code == 401
                || code == 403
                || shown.toLowerCase(Locale.ROOT).contains("signature");
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
        } else if (event == Event.VALUE_STRING) {
            // Parsson's getValue() would copy the text character by character, and again each time it is read.
            return JsonP.PROVIDER.createValue(parser.getString());
        }
        return parser.getValue();
    }

    private boolean isJson() {
        String type = header(headers, HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.equals("application/json") || bare.endsWith("+json");
    }

    private String excerpt() {
        return "<" + masked(200) + ">";
    }

    private String masked(int shown) {
        // A char has at most three bytes. A supplementary character has four, but counts as two chars.
        int read = 3 * (4 * shown + Redaction.reach(secrets.get()));
        return mask(new String(body, 0, Math.min(body.length, read), StandardCharsets.UTF_8), shown);
    }

    private String withoutQuery(@Nullable String location) {
        return location == null ? "nowhere" : mask(location.replaceFirst("(?s)[?#].*", ""), 200);
    }

    private String mask(String foreign, int length) {
        return Redaction.text(foreign, length, secrets.get());
    }
}
