package net.aurpay.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.OrderUrls;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;

/** Sends requests to an application that keeps its orders in a table, and reads that table. */
record ShopProbe(URI base, Sandbox sandbox, Postgres postgres) {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The same application on another server. */
    ShopProbe at(URI other) {
        return new ShopProbe(other, sandbox, postgres);
    }

    /** Creates a payment, and returns its order id. */
    String create(String reference, boolean post) {
        return new Probe(base).createPayment(reference, post);
    }

    /** Pays an order, and returns the first attempt of its callback. */
    CallbackAttempt pay(String orderId) throws Exception {
        sandbox.pay(orderId);
        return firstAttempt(orderId);
    }

    CallbackAttempt firstAttempt(String orderId) throws Exception {
        return sandbox.callbacks().await(attempt -> attempt.orderId().equals(orderId), PATIENCE);
    }

    /** Waits for the first attempt whose response has this status. */
    CallbackAttempt awaitStatus(String orderId, int status) throws Exception {
        return sandbox.callbacks()
                .await(attempt -> attempt.orderId().equals(orderId) && attempt.status() == status, PATIENCE);
    }

    /** Sends a success itself, so that a test can send it as often as it needs. */
    int succeeded(String orderId) {
        return send(signed(orderId, "SUCCEEDED"));
    }

    int timedOut(String orderId) {
        return send(signed(orderId, "TIMED_OUT"));
    }

    /** Returns a callback that is signed for the URL in the order. */
    SignedCallback signed(String orderId, String kind) {
        OrderUrls urls = sandbox.order(orderId).urls();
        String url = kind.equals("SUCCEEDED") ? urls.callbackUrl() : urls.timeoutCallback();
        return SignedCallback.of(URI.create(String.valueOf(url)))
                .signedWith(sandbox.keys().callbackToken(), sandbox.keys().callbackSecret());
    }

    int send(SignedCallback callback) {
        return callback.sendTo(base.resolve("aurpay/callbacks"));
    }

    /** Returns the committed rows: observers and events. */
    List<String> rows(String reference) {
        return postgres.column(
                "select observer || ' ' || event from shop_order where reference = '" + reference + "' order by 1");
    }

    long inboxRows(String reference) {
        return postgres.count("select count(*) from aurpay_callback where order_reference = '" + reference + "'");
    }

    /** Returns what observers of this server have seen, committed or not. */
    List<String> seen(String reference) {
        try (JsonReader reader = Json.createReader(new StringReader(
                new Probe(base).get("probe/events/" + reference).body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(entry -> entry.getString("observer") + " " + entry.getString("event"))
                    .toList();
        }
    }

    boolean isHeld(String reference) {
        return new Probe(base).get("probe/stage/" + reference).body().equals("true");
    }

    void letGo(String reference) {
        new Probe(base)
                .send(HttpRequest.newBuilder(base.resolve("probe/stage/" + reference))
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    /** Waits for a condition. Polls, because what it waits for sends no signal. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        await(what, PATIENCE, condition);
    }

    static void await(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        // Checking a long run costs more and is less urgent.
        long pause = patience.compareTo(PATIENCE) > 0 ? 100 : 10;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("timed out waiting for:  " + what);
            }
            Thread.sleep(pause);
        }
    }
}
