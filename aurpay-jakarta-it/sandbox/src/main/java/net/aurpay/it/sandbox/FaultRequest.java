package net.aurpay.it.sandbox;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/**
 * Parses requests for faults: {@code POST /sandbox/faults} with
 * {@code {"fault": "drop", "times": 2, "path": "/api/order/"}}, and {@code POST /sandbox/callback-plan} with
 * {@code {"copies": 2, "dateShift": "-P2D", "tampering": "SIGNATURE"}}. Add {@code "once": true} to change the next
 * callback alone. {@code POST /sandbox/callback-losses} with {@code {"lost": 30, "late": 20, "lateBy": "PT1M", "seed": 7}}
 * loses callbacks or delays them.
 */
final class FaultRequest {
    private FaultRequest() {}

    static void queue(Faults faults, JsonObject request) {
        String path = text(request, "path", "/");
        faults.next(
                Math.max(1, number(request, "times", 1)),
                received -> received.path().startsWith(path),
                fault(request),
                text(request, "fault", ""));
    }

    private static Fault fault(JsonObject request) {
        String kind = text(request, "fault", "");
        return switch (kind) {
            case "drop" -> Fault.drop();
            case "silence" -> Fault.silence();
            case "cut-off" -> Fault.cutOff();
            case "gzip" -> Fault.gzip();
            case "delay" -> Fault.delay(duration(request, "delay"));
            case "html" -> Fault.html(number(request, "status", 502));
            case "empty" -> Fault.empty(number(request, "status", 200));
            case "redirect" -> Fault.redirect(text(request, "location", "/"));
            case "code" -> Fault.code(number(request, "code", 40005), text(request, "message", "on demand"));
            case "content-type" -> Fault.contentType(text(request, "type", "text/plain"));
            case "huge" -> Fault.huge(number(request, "bytes", 11 * 1024 * 1024));
            default ->
                throw ApiError.unprocessable(
                        "fault",
                        "must be drop, silence, cut-off, gzip, delay, html, empty,"
                                + " redirect, code, content-type or huge, was <" + kind + ">");
        };
    }

    static CallbackPlan plan(JsonObject request) {
        return CallbackPlan.NORMAL
                .copies(Math.max(1, number(request, "copies", 1)))
                .lost(flag(request, "lost"))
                .delay(duration(request, "delay"))
                .dateShift(duration(request, "dateShift"))
                .keepDate(flag(request, "keepDate"))
                .tampering(tampering(text(request, "tampering", "NONE")));
    }

    static CallbackLosses.Share share(JsonObject request) {
        try {
            return new CallbackLosses.Share(
                    number(request, "lost", 0),
                    number(request, "late", 0),
                    duration(request, "lateBy"),
                    number(request, "seed", 0));
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable("callback-losses", String.valueOf(e.getMessage()));
        }
    }

    static CallbackLosses.Fate fate(JsonObject request) {
        return flag(request, "lost") ? CallbackLosses.Fate.LOST : CallbackLosses.Fate.late(duration(request, "lateBy"));
    }

    private static CallbackPlan.Tampering tampering(String name) {
        try {
            return CallbackPlan.Tampering.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable("tampering", "must be NONE, URL, TOKEN or SIGNATURE, was <" + name + ">");
        }
    }

    static Duration duration(JsonObject request, String field) {
        String text = text(request, field, "PT0S");
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw ApiError.unprocessable(field, "must be a duration like PT5S, was <" + text + ">");
        }
    }

    // the getters of JSON-P with a default return the default if the value has another type

    private static String text(JsonObject request, String field, String otherwise) {
        return value(request, field, JsonString.class, JsonString::getString, otherwise);
    }

    private static int number(JsonObject request, String field, int otherwise) {
        return value(request, field, JsonNumber.class, JsonNumber::intValueExact, otherwise);
    }

    static boolean flag(JsonObject request, String field) {
        JsonValue value = request.getOrDefault(field, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw ApiError.unprocessable(field, "must be true or false, was <" + value + ">");
        }
        return value == JsonValue.TRUE;
    }

    private static <J, T> T value(JsonObject request, String field, Class<J> type, Function<J, T> read, T otherwise) {
        JsonValue value = request.get(field);
        try {
            return value == null ? otherwise : read.apply(type.cast(value));
        } catch (ClassCastException | ArithmeticException e) {
            throw ApiError.unprocessable(field, "has the wrong type, was <" + value + ">");
        }
    }
}
