package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/**
 * Parses requests for faults: {@code POST /sandbox/faults} with
 * {@code {"fault": "drop", "times": 2, "path": "/api/order/"}}, and {@code POST /sandbox/callback-plan} with
 * {@code {"copies": 2, "dateShift": "-P2D", "tampering": "SIGNATURE"}}. Add {@code "once": true} to change the next
 * callback alone.
 */
final class FaultRequest {
    /** An address where nothing listens. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private FaultRequest() {}

    static void queue(Faults faults, JsonObject request) {
        String path = request.getString("path", "/");
        faults.next(
                Math.max(1, request.getInt("times", 1)),
                received -> received.path().startsWith(path),
                fault(request),
                request.getString("fault"));
    }

    private static Fault fault(JsonObject request) {
        String kind = request.getString("fault", "");
        return switch (kind) {
            case "drop" -> Fault.drop();
            case "silence" -> Fault.silence();
            case "cut-off" -> Fault.cutOff();
            case "gzip" -> Fault.gzip();
            case "delay" -> Fault.delay(duration(request, "delay"));
            case "html" -> Fault.html(request.getInt("status", 502));
            case "empty" -> Fault.empty(request.getInt("status", 200));
            case "redirect" -> Fault.redirect(request.getString("location", "/"));
            case "code" -> Fault.code(request.getInt("code", 40005), request.getString("message", "on demand"));
            case "content-type" -> Fault.contentType(request.getString("type", "text/plain"));
            case "huge" -> Fault.huge(request.getInt("bytes", 11 * 1024 * 1024));
            default ->
                throw ApiError.unprocessable(
                        "fault",
                        "must be drop, silence, cut-off, gzip, delay, html, empty,"
                                + " redirect, code, content-type or huge, was <" + kind + ">");
        };
    }

    static CallbackPlan plan(JsonObject request) {
        return CallbackPlan.NORMAL
                .copies(Math.max(1, request.getInt("copies", 1)))
                .delay(duration(request, "delay"))
                .dateShift(duration(request, "dateShift"))
                .keepDate(request.getBoolean("keepDate", false))
                .tampering(tampering(request.getString("tampering", "NONE")))
                .via(request.getBoolean("lost", false) ? new String[] {NOWHERE} : new String[0]);
    }

    private static CallbackPlan.Tampering tampering(String name) {
        try {
            return CallbackPlan.Tampering.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable("tampering", "must be NONE, URL, TOKEN or SIGNATURE, was <" + name + ">");
        }
    }

    private static Duration duration(JsonObject request, String field) {
        String text = request.getString(field, "PT0S");
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw ApiError.unprocessable(field, "must be a duration like PT5S, was <" + text + ">");
        }
    }
}
