package net.aurpay.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Calls from many threads at once. */
record Crowd(int threads, int calls) {
    /**
     * Runs the call with each number in each thread. Every thread begins at another number, so that the threads use
     * different numbers at any time.
     */
    void run(IntConsumer call) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                all.add(pool.submit(() -> {
                    for (int i = 0; i < calls; i++) {
                        call.accept(first + i);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    int size() {
        return threads * calls;
    }
}
