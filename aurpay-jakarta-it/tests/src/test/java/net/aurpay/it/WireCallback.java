package net.aurpay.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * A callback as bytes, and how it must be judged. Findings are files of this.
 *
 * @param request the bytes of the request, each as a character
 * @param event the event that is fired if the callback is accepted
 * @param alone whether its connection must not be used again
 */
record WireCallback(String request, WireDraft.Verdict verdict, String event, boolean alone) {
    static WireCallback fromJson(String text) {
        JsonObject json = Probe.parse(text);
        return new WireCallback(
                json.getString("request"),
                WireDraft.Verdict.valueOf(json.getString("verdict")),
                json.getString("event"),
                json.getBoolean("alone"));
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("request", request)
                .add("verdict", verdict.name())
                .add("event", event)
                .add("alone", alone)
                .build()
                .toString();
    }

    byte[] bytes() {
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isHead() {
        return request.startsWith("HEAD ");
    }
}
