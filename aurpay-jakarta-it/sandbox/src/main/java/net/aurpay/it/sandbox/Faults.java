package net.aurpay.it.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Faults waiting for their requests. */
public final class Faults {
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Predicate<ReceivedRequest> target, int times, Fault fault, String name) {}

    /** For the next request to the API. */
    public void next(Fault fault) {
        next(1, request -> true, fault);
    }

    /** For the next {@code times} requests that fit. */
    public void next(int times, Predicate<ReceivedRequest> target, Fault fault) {
        next(times, target, fault, "fault");
    }

    synchronized void next(int times, Predicate<ReceivedRequest> target, Fault fault, String name) {
        waiting.add(new Waiting(target, times, fault, name));
    }

    /** What is still to go wrong, by name. */
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
