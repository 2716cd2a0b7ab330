package net.aurpay.webhook.endpoint;

import jakarta.json.JsonReaderFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.RejectionReason;
import net.aurpay.webhook.verification.VerifiedCallback;

/** Logs callbacks that are not processed, and fires an event for the authentic ones. Thread-safe. */
final class Rejections {
    private static final System.Logger LOG = System.getLogger(Rejections.class.getName());

    private final Observers observers;
    private final InstantSource clock;
    private final RejectionLog log;
    private final RepeatedLines lines;
    private final RejectedBodies bodies;

    Rejections(WebhookConfig config, Observers observers, JsonReaderFactory json, InstantSource clock) {
        this.observers = observers;
        this.clock = clock;
        log = new RejectionLog(clock);
        lines = new RepeatedLines(LOG, clock);
        bodies = new RejectedBodies(config.maxBodySize(), json, clock);
    }

    /** Handles a callback that the verifier rejected. Its body is read only if its signature was right. */
    void rejected(Delivery delivery, CallbackRejectedException rejection, RejectionHint hint) {
        Optional<String> url = rejection.signedUrl();
        if (url.isEmpty()) {
            log.rejected(rejection, hint);
            return;
        }
        Instant date = rejection.signedDate().orElseGet(clock::instant);
        VerifiedCallback callback = new VerifiedCallback(url.get(), date, true);
        Optional<Order> order = bodies.order(delivery, url.get());
        String cause = hint.account()
                + cause(
                        callback,
                        rejection.reason(),
                        rejection.signedDate().map(Instant::toString).orElse(""));
        String line = line(
                AuthenticCallback.describe(hint.account(), EventKind.of(delivery.kind()), callback.reference()),
                rejection.description() + hint.of(rejection.reason()));
        lines.log(System.Logger.Level.WARNING, cause, line, null);
        fire(hint.account(), delivery.kind(), callback, rejection.reason(), order);
    }

    /** Handles a callback that its order does not confirm. */
    void unconfirmed(AuthenticCallback received, OrderNotConfirmedException rejection, Optional<Order> order) {
        String account = received.account().name();
        String cause = account
                + cause(
                        received.url(),
                        rejection.reason(),
                        order.map(Order::orderId).orElse(""));
        String line = line(received.toString(), rejection.reason().name());
        lines.log(System.Logger.Level.WARNING, cause, line, rejection.getCause());
        fire(account, received.delivery().kind(), received.url(), rejection.reason(), order);
    }

    /** Without a payment id, one URL may serve many payments; then {@code other} distinguishes them. */
    private static String cause(VerifiedCallback callback, RejectionReason reason, String other) {
        return reason + callback.url() + (callback.paymentId().isPresent() ? "" : "\n" + other);
    }

    /** Handles a time-out or an underpayment of a payment that has succeeded. */
    void superseded(EventKind kind, AuthenticCallback received) {
        lines.log(
                System.Logger.Level.INFO,
                received.account().name() + received.url().url(),
                received.describe(kind) + " after the payment's success: no event",
                null);
    }

    /** Handles a callback whose account cannot be looked up, or whose sender has caused too many look-ups. */
    void accountNotFound(String account, AurpayException failure) {
        lines.log(
                System.Logger.Level.WARNING,
                failure.getCause() == null ? "accounts" : "accounts failed",
                "account <" + account + "> cannot be looked up, so a callback is deferred (503)",
                failure);
    }

    /** Handles a callback of the unnamed account, whose secrets are not configured. */
    void unnamed() {
        lines.log(
                System.Logger.Level.WARNING,
                "unnamed",
                "a callback of the unnamed account is answered with 404, because " + WebhookKeys.TOKEN + " and "
                        + WebhookKeys.SECRET + " are not set",
                null);
    }

    /** Handles a callback on which the verifier failed. */
    void failed(RuntimeException failure) {
        lines.log(System.Logger.Level.ERROR, "failed", "a callback could not be verified", failure);
    }

    private static String line(String callback, String reason) {
        return callback + " is authentic and was rejected: " + reason;
    }

    private void fire(
            String account,
            CallbackKind kind,
            VerifiedCallback callback,
            RejectionReason reason,
            Optional<Order> order) {
        observers.fireRejected(new CallbackRejected(
                kind,
                reason,
                Optional.of(account).filter(name -> !name.isEmpty()),
                callback.reference(),
                callback.paymentId(),
                callback.parameters(),
                callback.date(),
                order));
    }
}
