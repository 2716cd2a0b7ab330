package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders what the sandbox's pages show. */
final class PageJson {
    private final Sandbox sandbox;

    PageJson(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Writes at least two decimals, as people write prices; the API's own responses may have fewer. */
    static String money(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }

    /** An order as the API returns it, and what the API does not return: its URLs and its callbacks. */
    JsonObject order(SandboxOrder order) {
        Duration left =
                Duration.between(sandbox.clock().instant(), order.createTime().plus(sandbox.orderLife()));
        JsonObjectBuilder json = Json.createObjectBuilder(Shapes.detail(order))
                .add("price", money(order.vsPrice()))
                .add("minutes_left", Math.max(0, Math.round(left.toSeconds() / 60.0)))
                .add("remaining", order.remaining().toPlainString())
                .add("awaited", order.awaited().name());
        add(json, "account", account(order.userId()));
        add(json, "succeed_url", order.urls().succeedUrl());
        add(json, "timeout_url", order.urls().timeoutUrl());
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        sandbox.callbacks().of(order.key()).forEach(attempt -> attempts.add(attempt(attempt)));
        return json.add("callbacks", attempts).build();
    }

    /** Returns the account's name for the pages; null if the sandbox has no named accounts. */
    @Nullable
    String account(String userId) {
        return sandbox.accounts().isEmpty() ? null : sandbox.allAccounts().name(userId);
    }

    JsonArray accounts() {
        return Json.createArrayBuilder(sandbox.allAccounts().names()).build();
    }

    JsonArray orders(int most, Predicate<String> ofAccount) {
        JsonArrayBuilder orders = Json.createArrayBuilder();
        sandbox.newestOrders(most, ofAccount).forEach(order -> orders.add(order(order)));
        return orders.build();
    }

    /**
     * Orders, callbacks and faults, newest first.
     *
     * @param ofAccount by the account's name, whose orders and callbacks to show
     */
    JsonObject state(int most, Predicate<String> ofAccount) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("orders", orders(most, ofAccount))
                .add("callbacks", callbacks(most, ofAccount));
        CallbackPlan next = sandbox.nextCallbackPlan();
        add(json, "callback_fault", next == null ? null : name(next));
        // without the time, which would change the page every second
        return json.add("ahead", sandbox.clock().ahead().toString())
                .add("lasting", Json.createArrayBuilder(lasting()))
                .add("faults", Json.createArrayBuilder(sandbox.faults().waiting()))
                .build();
    }

    JsonObject clock() {
        return Json.createObjectBuilder()
                .add("now", sandbox.clock().instant().toString())
                .add("ahead", sandbox.clock().ahead().toString())
                .build();
    }

    static JsonObject counts(Map<String, Integer> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(counts).forEach(json::add);
        return json.build();
    }

    /** All attempts of all callbacks, oldest first. */
    JsonArray attempts(Predicate<String> ofAccount) {
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        attemptsOf(ofAccount).forEach(attempt -> attempts.add(attempt(attempt)));
        return attempts.build();
    }

    /** Faults that last until they are cancelled. */
    private List<String> lasting() {
        List<String> names = new ArrayList<>();
        CallbackLosses.Share share = sandbox.callbackLosses().share();
        if (share.lostPercent() > 0) {
            names.add(share.lostPercent() + " % of the callbacks are lost");
        }
        if (share.latePercent() > 0) {
            names.add(share.latePercent() + " % of the callbacks are late by " + share.lateBy());
        }
        if (!sandbox.callbackPlan().equals(CallbackPlan.NORMAL)) {
            names.add("every callback: " + name(sandbox.callbackPlan()));
        }
        if (!sandbox.refunds().delay().isZero()) {
            names.add("a refund takes " + sandbox.refunds().delay());
        }
        return names;
    }

    private Stream<CallbackAttempt> attemptsOf(Predicate<String> ofAccount) {
        return sandbox.callbacks().attempts().stream()
                .filter(attempt -> ofAccount.test(
                        sandbox.allAccounts().name(attempt.order().userId())));
    }

    private JsonArrayBuilder callbacks(int most, Predicate<String> ofAccount) {
        Map<String, List<CallbackAttempt>> byCallback = new LinkedHashMap<>();
        attemptsOf(ofAccount).forEach(attempt -> byCallback
                .computeIfAbsent(attempt.callback(), key -> new ArrayList<>())
                .add(attempt));
        List<List<CallbackAttempt>> all = new ArrayList<>(byCallback.values());
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - most); i--) {
            json.add(callback(all.get(i)));
        }
        return json;
    }

    private JsonObjectBuilder callback(Collection<CallbackAttempt> attempts) {
        CallbackAttempt any = attempts.iterator().next();
        boolean late = any.url().equals(sandbox.order(any.order()).urls().timeoutCallback());
        JsonArrayBuilder list = Json.createArrayBuilder();
        attempts.forEach(attempt -> list.add(attempt(attempt)));
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "account", account(any.order().userId()));
        return json.add("callback", any.callback())
                .add("order_id", any.orderId())
                .add("event", late ? "timed out" : "paid")
                .add("method", any.method())
                .add("url", any.url())
                .add("attempts", list);
    }

    private JsonObjectBuilder attempt(CallbackAttempt attempt) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "account", account(attempt.order().userId()));
        return json.add("callback", attempt.callback())
                .add("order_id", attempt.orderId())
                .add("number", attempt.number())
                .add("time", attempt.time().toString())
                .add("method", attempt.method())
                .add("url", attempt.url())
                .add("status", attempt.status())
                .add("error", attempt.error())
                .add("lost", attempt.lost())
                .add("last", attempt.last());
    }

    private static String name(CallbackPlan plan) {
        List<String> parts = new ArrayList<>();
        if (plan.tampering() != CallbackPlan.Tampering.NONE) {
            parts.add("forged " + plan.tampering().name().toLowerCase(Locale.ROOT));
        }
        if (!plan.dateShift().isZero()) {
            parts.add("date off by " + plan.dateShift());
        }
        if (!plan.delay().isZero()) {
            parts.add("late by " + plan.delay());
        }
        if (plan.copies() > 1) {
            parts.add("sent × " + plan.copies());
        }
        if (plan.lost()) {
            parts.add("lost");
        }
        return parts.isEmpty() ? "as it should be" : String.join(", ", parts);
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
