package net.aurpay.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request that is being written, line by line; nothing in it has to be right. */
final class WireDraft {
    /** What must come of it. */
    enum Verdict {
        BELIEVED,
        REFUSED,
        /** HTTP leaves it to the server; if it is believed, then with its event. */
        EITHER
    }

    String method = "GET";
    String target;
    String version = " HTTP/1.1";
    String lineEnd = "\r\n";
    final List<String> headers = new ArrayList<>();
    String body = "";
    Verdict verdict;
    /** Whether the server may lose count of requests, so that it gets no other on this connection. */
    boolean alone;

    WireDraft(String target, Map<String, List<String>> headers, Verdict verdict) {
        this.target = target;
        this.verdict = verdict;
        headers.forEach((name, values) -> values.forEach(value -> this.headers.add(name + ": " + value)));
    }

    /** A server may refuse it, and need not. */
    void leave() {
        verdict = verdict == Verdict.BELIEVED ? Verdict.EITHER : verdict;
        alone = true;
    }

    /** A server may believe it, and need not. */
    void permit() {
        verdict = verdict == Verdict.REFUSED ? Verdict.EITHER : verdict;
    }

    void refuse() {
        verdict = Verdict.REFUSED;
    }

    /** The method is not signed, and some servers do not mind its case. */
    boolean isGetOrPost() {
        return method.equalsIgnoreCase("GET") || method.equalsIgnoreCase("POST");
    }

    /** With its length, in UTF-8. */
    void post(String text) {
        method = "POST";
        body = text;
        headers.add("Content-Length: " + text.getBytes(StandardCharsets.UTF_8).length);
    }

    void replaceHeader(String prefix, String line) {
        headers.removeIf(header -> header.regionMatches(true, 0, prefix, 0, prefix.length()));
        headers.add(line);
    }

    /** Its bytes, each as a character. */
    String bytes() {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(target).append(version).append(lineEnd);
        if (alone) {
            text.append("Connection: close").append(lineEnd);
        }
        headers.forEach(header -> text.append(header).append(lineEnd));
        text.append(lineEnd).append(body);
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
