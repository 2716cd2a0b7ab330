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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends callbacks until the answer is 200, with growing pauses. */
final class CallbackSender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Keys> merchants = new ConcurrentHashMap<>();
    private final Map<String, Callback> callbacks = new ConcurrentHashMap<>();
    private final List<Duration> pauses;
    private final CallbackLog log;
    private final Later later;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile CallbackPlan plan = CallbackPlan.NORMAL;

    /** @param copy from 0 */
    private record Callback(String id, int copy, SandboxOrder order, String url, boolean post, Instant firstDate) {}

    CallbackSender(SandboxOptions options, CallbackLog log, Later later) {
        options.merchants().forEach(keys -> merchants.put(keys.userId(), keys));
        this.pauses = options.retryPauses();
        this.log = log;
        this.later = later;
        this.clock = options.clock();
    }

    void plan(CallbackPlan changed) {
        plan = changed;
    }

    CallbackPlan plan() {
        return plan;
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
        for (int copy = 0; copy < plan.copies(); copy++) {
            String id = "callback-" + numbers.incrementAndGet();
            Callback callback = new Callback(id, copy, order, url, order.urls().postCallback(), clock.instant());
            callbacks.put(id, callback);
            later.after(plan.delay(), () -> attempt(callback, 1));
        }
    }

    /** Sends a callback once more, as it would be sent now. */
    void sendAgain(String id) {
        Callback callback = callbacks.get(id);
        if (callback == null) {
            throw ApiError.business(404, "No callback <" + id + ">");
        }
        later.after(Duration.ZERO, () -> attempt(callback, pauses.size() + 1));
    }

    private void attempt(Callback callback, int number) {
        int status = 0;
        String error = "";
        try {
            status = http.send(request(callback), BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException e) {
            error = e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean last = status == 200 || number > pauses.size();
        log.add(new CallbackAttempt(
                callback.id(),
                callback.order().orderId(),
                number,
                clock.instant(),
                callback.post() ? "POST" : "GET",
                callback.url(),
                status,
                error,
                last));
        if (!last) {
            Duration pause = pauses.get(number - 1);
            later.after(pause, () -> attempt(callback, number + 1));
        }
    }

    private HttpRequest request(Callback callback) {
        CallbackPlan now = plan;
        Keys keys = merchants.get(callback.order().userId());
        if (keys == null) {
            throw new IllegalArgumentException("no merchant");
        }
        Instant time = (now.keepDate() ? callback.firstDate() : clock.instant()).plus(now.dateShift());
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
        later.close();
    }
}
