package net.aurpay.it;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxAccount;
import net.aurpay.it.sandbox.SandboxOptions;
import net.aurpay.it.sandbox.VerificationRules;

/** Starts sandboxes for tests. Each has its own keys; Lightning's keys differ from the main ones. */
final class Sandboxes {
    private static final String RECORDED_MERCHANT = "mct-07d283468bf8";
    private static final int QUICK_RETRIES = 25;
    private static final Queue<Sandbox> ALL = new ConcurrentLinkedQueue<>();

    private Sandboxes() {}

    static Sandbox start() {
        return start(List.of(Keys.random(RECORDED_MERCHANT)));
    }

    /** Starts a sandbox that retries a callback after this pause, later more seldom, for longer than any test takes. */
    static Sandbox start(Duration pause) {
        return start(SandboxOptions.defaults()
                .merchants(List.of(Keys.random(RECORDED_MERCHANT)))
                .retryPauses(pauses(pause)));
    }

    /** Callbacks that a test makes fail for good must not keep the server busy during all further tests. */
    private static List<Duration> pauses(Duration pause) {
        return Stream.concat(
                        Collections.nCopies(QUICK_RETRIES, pause).stream(),
                        Collections.nCopies(10_000, pause.multipliedBy(10)).stream())
                .toList();
    }

    /** Starts a sandbox with the recorded merchant and these named accounts, which retries a callback after this pause. */
    static Sandbox start(Duration pause, List<String> accounts) {
        Map<String, Keys> keys = new LinkedHashMap<>();
        accounts.forEach(name -> keys.put(name, Keys.random("mct-" + name)));
        return start(SandboxOptions.defaults()
                .merchants(List.of(Keys.random(RECORDED_MERCHANT)))
                .accounts(keys)
                .retryPauses(pauses(pause)));
    }

    /** Starts a sandbox that follows another reading of an open point of the documentation. */
    static Sandbox start(VerificationRules rules) {
        return start(SandboxOptions.defaults()
                .merchants(List.of(Keys.random(RECORDED_MERCHANT)))
                .rules(rules));
    }

    /** Starts a sandbox whose callbacks trust a self-signed certificate. */
    static Sandbox start(SSLContext tls) {
        return start(SandboxOptions.defaults()
                .merchants(List.of(Keys.random(RECORDED_MERCHANT)))
                .tls(tls));
    }

    /** Starts a sandbox with these many merchants instead of the recorded one. */
    static Sandbox start(int merchants) {
        return start(IntStream.range(0, merchants)
                .mapToObj(number -> Keys.random("mct-" + number))
                .toList());
    }

    /**
     * Starts a sandbox with the recorded merchant and these many named accounts: account0, account1 and so on. An
     * account costs its keys and what it orders, neither a thread nor a port, so there can be 10,000.
     */
    static Sandbox startWithAccounts(int accounts) {
        Map<String, Keys> keys = new LinkedHashMap<>();
        for (int i = 0; i < accounts; i++) {
            keys.put("account" + i, Keys.random("mct-account" + i));
        }
        return start(SandboxOptions.defaults()
                .merchants(List.of(Keys.random(RECORDED_MERCHANT)))
                .accounts(keys));
    }

    private static Sandbox start(List<Keys> merchants) {
        return start(SandboxOptions.defaults().merchants(merchants));
    }

    private static Sandbox start(SandboxOptions options) {
        Sandbox sandbox = Sandbox.start(options);
        ALL.add(sandbox);
        return sandbox;
    }

    /** Returns every key, token and secret so far, and every signature that was received. */
    static Stream<String> secrets() {
        return ALL.stream()
                .flatMap(sandbox -> Stream.concat(
                        Stream.concat(
                                        sandbox.merchants().stream(),
                                        sandbox.accounts().stream().map(SandboxAccount::keys))
                                .flatMap(Sandboxes::secrets),
                        sandbox.journal().requests().stream()
                                .map(request -> request.header("Signature"))
                                .filter(signature -> signature != null && !signature.isEmpty())));
    }

    private static Stream<String> secrets(Keys keys) {
        return Stream.of(
                keys.apiKey(),
                keys.apiToken(),
                keys.secretKey(),
                keys.callbackToken(),
                keys.callbackSecret(),
                keys.lightningApiKey(),
                keys.lightningApiToken(),
                keys.lightningSecretKey());
    }
}
