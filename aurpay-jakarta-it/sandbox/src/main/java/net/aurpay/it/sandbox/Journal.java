package net.aurpay.it.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the latest requests to the API. */
public final class Journal {
    private static final int LENGTH = 10_000;

    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

    synchronized void add(ReceivedRequest request) {
        if (requests.size() == LENGTH) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    /** Oldest first. */
    public synchronized List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the latest request. */
    public synchronized ReceivedRequest last() {
        return requests.getLast();
    }

    public synchronized void clear() {
        requests.clear();
    }
}
