package net.aurpay.webhook.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.shared.Seal;

/**
 * Recognises the probes of one account and this application's answers to them. A probe is never valid as an answer. Thread-safe.
 */
public final class ProbeSeals {
    private static final String PURPOSE = "net.aurpay.webhook.probe: ";

    private final String account;
    private final Seal requests;
    private final Seal answers;

    /**
     * Derives the keys.
     *
     * @param account empty for the unnamed account; a probe of another account is not valid, even if both have the same secret
     * @param secrets of the account's callbacks; the first signs
     */
    public ProbeSeals(String account, List<String> secrets) {
        this.account = account;
        String named = account.isEmpty() ? "" : ", account " + account;
        requests = new Seal(PURPOSE + "requests, version 1" + named, secrets);
        answers = new Seal(PURPOSE + "answers, version 1" + named, secrets);
    }

    /** Empty for the unnamed account. */
    String account() {
        return account;
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
