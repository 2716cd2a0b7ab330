package net.aurpay.it.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends each callback until it is answered 200, with growing pauses between the attempts. */
final class CallbackSender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Keys> merchants = new ConcurrentHashMap<>();
    private final Map<String, Callback> callbacks = new ConcurrentHashMap<>();
    private final List<Duration> pauses;
    private final CallbackLog log;
    private final Scheduler scheduler;
    /** The real clock: a shop checks the date of a callback by its own clock. */
    private final Clock real;

    private final SandboxClock clock;
    private final CallbackLosses losses = new CallbackLosses();
    private final HttpClient http;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicReference<@Nullable CallbackPlan> next = new AtomicReference<>();
    private volatile CallbackPlan plan = CallbackPlan.NORMAL;

    /**
     * A callback that is being sent.
     *
     * @param copy number of the copy, counted from 0
     * @param own the plan for this callback alone; null to use the plan for all callbacks
     */
    private record Callback(
            String id,
            int copy,
            SandboxOrder order,
            String url,
            Instant firstDate,
            @Nullable CallbackPlan own,
            AtomicInteger attempts,
            AtomicBoolean delivered) {
        boolean post() {
            return order.urls().postCallback();
        }
    }

    CallbackSender(SandboxOptions options, CallbackLog log, Scheduler scheduler, SandboxClock clock) {
        options.allKeys().forEach(keys -> merchants.put(keys.userId(), keys));
        this.pauses = options.retryPauses();
        this.log = log;
        this.scheduler = scheduler;
        this.real = options.clock();
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(options.tls())
                .build();
    }

    void plan(CallbackPlan changed) {
        plan = changed;
    }

    CallbackPlan plan() {
        return plan;
    }

    /** Sets the plan for the next callback alone and its retries. {@link #sendAgain} uses the plan for all callbacks. */
    void planNext(@Nullable CallbackPlan changed) {
        next.set(changed);
    }

    @Nullable
    CallbackPlan next() {
        return next.get();
    }

    CallbackLosses losses() {
        return losses;
    }

    void succeeded(SandboxOrder order) {
        start(order, order.urls().callbackUrl());
    }

    void timedOut(SandboxOrder order) {
        start(order, order.urls().timeoutCallback());
    }

    private void start(SandboxOrder order, @Nullable String url) {
        if (url == null) {
            return;
        }
        CallbackPlan once = next.getAndSet(null);
        CallbackLosses.Fate fate = losses.next(order.key());
        CallbackPlan own = once == null && fate.lost() ? plan.lost(true) : once;
        CallbackPlan now = own == null ? plan : own;
        Instant due = clock.instant().plus(now.delay()).plus(once == null ? fate.late() : Duration.ZERO);
        for (int copy = 0; copy < now.copies(); copy++) {
            String id = "callback-" + numbers.incrementAndGet();
            Callback callback =
                    new Callback(id, copy, order, url, real.instant(), own, new AtomicInteger(), new AtomicBoolean());
            callbacks.put(id, callback);
            if (now.lost() && !due.isAfter(clock.instant())) {
                // nothing is sent, so the log can show it at once
                attempt(callback, own, 0);
                continue;
            }
            // sending takes time, so it must not happen on the thread that moves the clock
            clock.at(due, () -> scheduler.after(Duration.ZERO, () -> attempt(callback, own, 0)));
        }
    }

    /** Sends a callback once more, with the plan that is now set for all callbacks. */
    void sendAgain(String id) {
        Callback callback = callbacks.get(id);
        if (callback == null) {
            throw ApiError.business(404, "No callback <" + id + ">");
        }
        scheduler.after(Duration.ZERO, () -> attempt(callback, null, pauses.size()));
    }

    private void attempt(Callback callback, @Nullable CallbackPlan own, int retry) {
        if (own != null && callback.delivered().get()) {
            return;
        }
        CallbackPlan now = own == null ? plan : own;
        int number = callback.attempts().incrementAndGet();
        if (now.lost()) {
            log(callback, number, 0, CallbackAttempt.LOST, true);
            return;
        }
        int status = 0;
        String error = "";
        try {
            status =
                    http.send(request(callback, now), BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException e) {
            error = e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean last = status == 200 || retry >= pauses.size();
        if (status == 200) {
            callback.delivered().set(true);
        }
        log(callback, number, status, error, last);
        if (!last) {
            scheduler.after(pauses.get(retry), () -> attempt(callback, own, retry + 1));
        }
    }

    private void log(Callback callback, int number, int status, String error, boolean last) {
        log.add(new CallbackAttempt(
                callback.id(),
                callback.order().key(),
                number,
                real.instant(),
                callback.post() ? "POST" : "GET",
                callback.url(),
                status,
                error,
                last));
    }

    private HttpRequest request(Callback callback, CallbackPlan now) {
        Keys keys = merchants.get(callback.order().userId());
        if (keys == null) {
            throw new IllegalArgumentException("no merchant");
        }
        Instant time = (now.keepDate() ? callback.firstDate() : real.instant()).plus(now.dateShift());
        String date = time.truncatedTo(ChronoUnit.MILLIS).toString();
        String signature = Signatures.hmac("HMAC-SHA256", keys.callbackSecret(), date + " | " + callback.url());
        boolean forgedUrl = now.tampering() == CallbackPlan.Tampering.URL;
        boolean forgedToken = now.tampering() == CallbackPlan.Tampering.TOKEN;
        boolean forgedSignature = now.tampering() == CallbackPlan.Tampering.SIGNATURE;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target(callback.url() + (forgedUrl ? "0" : ""), callback.copy(), now.via()))
                .timeout(PATIENCE)
                .header("Api-Key", keys.apiKey())
                .header("Callback-Token", forgedToken ? "forged" : keys.callbackToken())
                .header("Date", date)
                .header("Signature", forgedSignature ? Signatures.hmac("HMAC-SHA256", "forged", date) : signature);
        if (callback.post()) {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            Shapes.callback(callback.order()).toString()));
        }
        return request.build();
    }

    private static URI target(String url, int copy, List<String> via) {
        return URI.create(via.isEmpty() ? url : via.get(copy % via.size()) + url.replaceFirst("^[a-z]+://[^/]*", ""));
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
