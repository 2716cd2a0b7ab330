package net.aurpay.webhook.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.shared.Seal;

/** Recognises probes of this application and its own answers. A probe is never valid as an answer. Thread-safe. */
public final class ProbeSeals {
    private static final String PURPOSE = "net.aurpay.webhook.probe: ";

    private final Seal requests;
    private final Seal answers;

    /**
     * Derives the keys.
     *
     * @param secrets of callbacks; the first signs
     */
    public ProbeSeals(List<String> secrets) {
        requests = new Seal(PURPOSE + "requests, version 1", secrets);
        answers = new Seal(PURPOSE + "answers, version 1", secrets);
    }

    /** Whether there is no secret, so that no probe is possible. */
    public boolean isEmpty() {
        return requests.isEmpty();
    }

    String request(String content) {
        return requests.seal(content.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> openRequest(String sealed) {
        return text(requests.open(sealed));
    }

    String answer(String content) {
        return answers.seal(content.getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> openAnswer(String sealed) {
        return text(answers.open(sealed));
    }

    private static Optional<String> text(Optional<byte[]> content) {
        return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ProbeSeals[hidden]";
    }
}
