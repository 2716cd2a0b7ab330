package net.aurpay.it.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Records every attempt of every callback, and the callbacks that were lost on purpose. */
public final class CallbackLog {
    private final List<CallbackAttempt> attempts = new ArrayList<>();
    private final Map<OrderKey, List<CallbackAttempt>> byOrder = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    void add(CallbackAttempt attempt) {
        lock.lock();
        try {
            attempts.add(attempt);
            byOrder.computeIfAbsent(attempt.order(), key -> new ArrayList<>()).add(attempt);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public List<CallbackAttempt> attempts() {
        lock.lock();
        try {
            return List.copyOf(attempts);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the attempts of all orders with this id: if several accounts have such an order, of all of them. */
    public List<CallbackAttempt> of(String orderId) {
        return attempts().stream()
                .filter(attempt -> attempt.orderId().equals(orderId))
                .toList();
    }

    public List<CallbackAttempt> of(OrderKey order) {
        lock.lock();
        try {
            return List.copyOf(byOrder.getOrDefault(order, List.of()));
        } finally {
            lock.unlock();
        }
    }

    /** Returns the callbacks that were lost on purpose. */
    public List<CallbackAttempt> lost() {
        return attempts().stream().filter(CallbackAttempt::lost).toList();
    }

    /** Returns the first attempt that matches. If no attempt matches yet, waits for one. */
    public CallbackAttempt await(Predicate<CallbackAttempt> wanted, Duration patience)
            throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            long left = patience.toNanos();
            for (int seen = 0; ; left = left > 0 ? grown.awaitNanos(left) : 0) {
                for (; seen < attempts.size(); seen++) {
                    if (wanted.test(attempts.get(seen))) {
                        return attempts.get(seen);
                    }
                }
                if (left <= 0) {
                    throw new TimeoutException("no matching attempt within " + patience.toSeconds() + " s, among "
                            + attempts.size() + " attempts");
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
