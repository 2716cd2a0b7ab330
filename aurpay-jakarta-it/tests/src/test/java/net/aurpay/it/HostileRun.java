package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends many hostile callbacks at once, each generated from its seed. Every fifth that must be accepted is sent twice.
 */
record HostileRun(URI server, long firstSeed, int count) {
    /** Most callbacks get a response at once. A few make the server wait, and these must not wait for each other. */
    private static final int SENDERS = 8;

    List<HostileOutcome> outcomes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<List<HostileOutcome>>> tasks = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                tasks.add(() -> outcomesOf(number));
            }
            List<HostileOutcome> all = new ArrayList<>(count);
            for (Future<List<HostileOutcome>> part : threads.invokeAll(tasks)) {
                all.addAll(part.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<HostileOutcome> outcomesOf(int number) throws Exception {
        List<HostileOutcome> outcomes = new ArrayList<>();
        try (HostileSender sender = new HostileSender(server)) {
            for (int i = 0; i < count; i++) {
                // An even seed and the next one make the same callback unless something was changed: never send both at
                // the same time.
                if (i / 2 % SENDERS == number) {
                    send(firstSeed + i, sender, outcomes);
                }
            }
        }
        return outcomes;
    }

    private static void send(long seed, HostileSender sender, List<HostileOutcome> outcomes) throws IOException {
        WireCallback callback = WireMutations.of(seed);
        outcomes.add(new HostileOutcome(seed, callback, sender.send(callback)));
        if (callback.verdict() == WireDraft.Verdict.ACCEPTED && seed % 10 < 2) {
            outcomes.add(new HostileOutcome(seed, callback, sender.send(callback)));
        }
    }
}
