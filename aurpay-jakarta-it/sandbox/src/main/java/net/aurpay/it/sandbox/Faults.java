package net.aurpay.it.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Queue of faults, each of which waits for a matching request. */
public final class Faults {
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Predicate<ReceivedRequest> target, int times, Fault fault, String name) {}

    /** Adds a fault for the next request to the API. */
    public void next(Fault fault) {
        next(1, request -> true, fault);
    }

    /** Adds a fault for the next {@code times} requests that match. */
    public void next(int times, Predicate<ReceivedRequest> target, Fault fault) {
        next(times, target, fault, "fault");
    }

    synchronized void next(int times, Predicate<ReceivedRequest> target, Fault fault, String name) {
        waiting.add(new Waiting(target, times, fault, name));
    }

    /** Names of the faults that are still waiting. */
    synchronized List<String> waiting() {
        return waiting.stream()
                .map(each -> each.times() == 1 ? each.name() : each.name() + " × " + each.times())
                .toList();
    }

    public synchronized void clear() {
        waiting.clear();
    }

    synchronized @Nullable Fault take(ReceivedRequest request) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting candidate = waiting.get(i);
            if (candidate.target().test(request)) {
                waiting.remove(i);
                if (candidate.times() > 1) {
                    waiting.add(
                            i,
                            new Waiting(
                                    candidate.target(), candidate.times() - 1, candidate.fault(), candidate.name()));
                }
                return candidate.fault();
            }
        }
        return null;
    }
}
