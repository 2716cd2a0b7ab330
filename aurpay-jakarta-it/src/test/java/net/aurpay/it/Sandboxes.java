package net.aurpay.it;

import java.util.List;
import java.util.stream.IntStream;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;

/** Sandboxes for tests: each with keys of its own, Lightning's differing from the main ones. */
final class Sandboxes {
    private static final String RECORDED_MERCHANT = "mct-07d283468bf8";

    private Sandboxes() {}

    /** With other merchants beside the recorded one. */
    static Sandbox start(int merchants) {
        List<Keys> keys = IntStream.range(0, merchants)
                .mapToObj(number -> Keys.random("mct-" + number))
                .toList();
        return Sandbox.start(SandboxOptions.defaults().merchants(keys));
    }

    static Sandbox start() {
        return Sandbox.start(SandboxOptions.defaults().merchants(List.of(Keys.random(RECORDED_MERCHANT))));
    }
}
