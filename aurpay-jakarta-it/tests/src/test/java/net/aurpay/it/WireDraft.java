package net.aurpay.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request that is being written, line by line. Nothing in it needs to be valid. */
final class WireDraft {
    /** How the callback must be judged. */
    enum Verdict {
        ACCEPTED,
        REJECTED,
        /** HTTP leaves the decision to the server. If the callback is accepted, it must fire its event. */
        EITHER
    }

    String method = "GET";
    String target;
    String version = " HTTP/1.1";
    String lineEnd = "\r\n";
    final List<String> headers = new ArrayList<>();
    String body = "";
    Verdict verdict;
    /**
     * Whether the server may lose track of where requests begin, so that it gets no other request on this connection.
     */
    boolean alone;

    WireDraft(String target, Map<String, List<String>> headers, Verdict verdict) {
        this.target = target;
        this.verdict = verdict;
        headers.forEach((name, values) -> values.forEach(value -> this.headers.add(name + ": " + value)));
    }

    /** Allows a server to reject the request. */
    void allowRejection() {
        verdict = verdict == Verdict.ACCEPTED ? Verdict.EITHER : verdict;
        alone = true;
    }

    /** Allows a server to accept the request. */
    void allowAcceptance() {
        verdict = verdict == Verdict.REJECTED ? Verdict.EITHER : verdict;
    }

    void reject() {
        verdict = Verdict.REJECTED;
    }

    /** Whether the method is GET or POST in any case: the method is not signed, and some servers ignore its case. */
    boolean isGetOrPost() {
        return method.equalsIgnoreCase("GET") || method.equalsIgnoreCase("POST");
    }

    /** Makes the request a POST of this text, with its length in UTF-8. */
    void post(String text) {
        method = "POST";
        body = text;
        headers.add("Content-Length: " + text.getBytes(StandardCharsets.UTF_8).length);
    }

    void replaceHeader(String prefix, String line) {
        headers.removeIf(header -> header.regionMatches(true, 0, prefix, 0, prefix.length()));
        headers.add(line);
    }

    /** Returns the bytes of the request, each as a character. */
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
