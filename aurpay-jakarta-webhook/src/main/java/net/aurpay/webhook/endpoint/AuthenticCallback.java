package net.aurpay.webhook.endpoint;

import java.time.Instant;
import java.util.Optional;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.verification.ReadableText;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/**
 * A callback that Aurpay has sent.
 *
 * @param account whose secrets have proven this
 * @param url what is proven
 */
record AuthenticCallback(CallbackAccount account, Delivery delivery, VerifiedCallback url) {
    Optional<OrderConfirmation> confirmation() {
        return account.confirmation();
    }

    EventKind kind() {
        return EventKind.of(delivery.kind());
    }

    InboxEntry entry(EventKind kind, @Nullable String orderId, Instant received) {
        return InboxEntry.of(account.name(), kind, url, orderId, received);
    }

    /** Describes the callback in the log. */
    @Override
    public String toString() {
        return describe(kind());
    }

    String describe(EventKind kind) {
        return describe(account.name(), kind, url.reference());
    }

    static String describe(String account, EventKind kind, String reference) {
        return "callback " + kind + (account.isEmpty() ? "" : " of account <" + account + ">") + " of reference <"
                + ReadableText.of(reference) + ">";
    }
}
