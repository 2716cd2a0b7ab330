package net.aurpay.webhook.payments;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.json.JsonBinding;
import net.aurpay.webhook.PaymentConflictException;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.inbox.AccountKey;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.ShortTransaction;
import net.aurpay.webhook.inbox.SqlState;
import net.aurpay.webhook.verification.ReadableText;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/**
 * Opens payments, in three steps: store that the payment is about to be opened, ask Aurpay, store what Aurpay responded.
 * Only then does the caller learn where to pay. If the server dies at any step, there is at most an order that nobody can
 * pay. Thread-safe.
 */
final class PaymentOpening {
    /** How long a customer can pay. An order of Aurpay lives 30 minutes; its clock may differ from ours. */
    private static final Duration LIFETIME = Duration.ofMinutes(32);

    /** After this time, a call that has not stored its response is given up. */
    private static final Duration CALL = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PaymentTable table;
    private final ShortTransaction transaction;
    private final AccountAccess account;
    private final Function<Instant, Instant> firstLook;
    private final JsonReaderFactory json;
    private final InstantSource clock;

    /**
     * Creates the opening.
     *
     * @param firstLook when an order that was created at the given time is to be looked up first
     */
    PaymentOpening(
            PaymentTable table,
            ShortTransaction transaction,
            AccountAccess account,
            Function<Instant, Instant> firstLook,
            JsonReaderFactory json,
            InstantSource clock) {
        this.table = table;
        this.transaction = transaction;
        this.account = account;
        this.firstLook = firstLook;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the payment that is open for the reference, or opens one. */
    <T> T open(String reference, Offer<T> offer) {
        return open(reference, offer, holder -> false);
    }

    /** Opens a payment in place of the one that is open now. Of several calls at once, each replaces the same payment. */
    <T> T openAnother(String reference, Offer<T> offer) {
        String key = AccountKey.of(account.name(), reference);
        Optional<OpenPayment> seen = run(connection -> table.holder(connection, key));
        return open(reference, offer, holder -> seen.isPresent() && isSame(holder, seen.get()));
    }

    /**
     * Opens a payment in place of this one, if it is still the one that is open, and unpaid; otherwise, does what
     * {@link #open(String, Offer)} does.
     */
    <T> T openInsteadOf(String paymentId, String reference, Offer<T> offer) {
        return open(
                reference,
                offer,
                holder ->
                        holder.paymentId().equals(paymentId) && holder.status().equals(OrderStatus.PENDING));
    }

    /** @param replaced whether to open a payment although this one is open */
    <T> T open(String reference, Offer<T> offer, Predicate<OpenPayment> replaced) {
        String key = AccountKey.of(account.name(), reference);
        Instant waiting = clock.instant().plus(CALL);
        String settled = "";
        boolean rejected = false;
        while (true) {
            Optional<OpenPayment> found = run(connection -> table.holder(connection, key));
            if (found.isEmpty()) {
                Optional<T> opened = tryToOpen(reference, key, offer);
                if (opened.isPresent()) {
                    return opened.get();
                }
                if (rejected) {
                    // Nobody holds the reference, so the row breaks a constraint that this library does not know.
                    waitFor(reference, waiting);
                }
                rejected = true;
                continue;
            }
            OpenPayment holder = found.get();
            boolean ends = replaced.test(holder) || isOver(holder);
            if (ends && !holder.paymentId().equals(settled)) {
                settled = holder.paymentId();
                settle(holder);
            } else if (ends || isGivenUp(holder)) {
                // If this fails, the payment has changed, and the loop reads it again.
                run(connection -> table.release(connection, holder, holder.status()));
            } else {
                requireLike(holder, reference, offer);
                if (holder.response() != null) {
                    return JsonBinding.get().read(offer.response(), response(holder));
                }
                waitFor(reference, waiting);
            }
        }
    }

    /** Returns the payment that {@link #open} would return if the same is asked for. */
    Optional<CurrentPayment> current(String reference) {
        String key = AccountKey.of(account.name(), reference);
        return run(connection -> table.holder(connection, key))
                .filter(holder -> holder.response() != null && !isOver(holder))
                .map(holder -> new CurrentPayment(
                        holder.paymentId(), holder.price(), holder.priceCurrency(), payUrl(holder), holder.status()));
    }

    /** Finds out whether a payment was paid although no callback came, before another takes its place. */
    private void settle(OpenPayment payment) {
        String orderId = payment.orderId();
        if (orderId == null) {
            return;
        }
        Order order = account.orders().order(orderId);
        OrderStatus status = order.status();
        if (!orderId.equals(order.orderId()) || status == null || status.equals(OrderStatus.PENDING)) {
            return;
        }
        account.settler().settle(payment.callbacks(), order);
        run(connection -> {
            table.record(connection, account.name(), payment.paymentId(), status, orderId);
            return true;
        });
    }

    private static boolean isSame(OpenPayment one, OpenPayment other) {
        return one.paymentId().equals(other.paymentId());
    }

    private @Nullable URI payUrl(OpenPayment payment) {
        return JsonBinding.get().read(PaymentUrl.class, response(payment)).payUrl();
    }

    private JsonObject response(OpenPayment payment) {
        try (JsonReader reader = json.createReader(new StringReader(String.valueOf(payment.response())))) {
            return reader.readObject();
        }
    }

    private <T> Optional<T> tryToOpen(String reference, String key, Offer<T> offer) {
        Callbacks created = account.callbacks().apply(reference);
        OpenPayment row = row(reference, key, created, offer);
        if (!insert(row)) {
            return Optional.empty();
        }
        T opened;
        try {
            opened = offer.call().apply(created);
            requireOrder(offer, opened);
        } catch (RuntimeException e) {
            forget(row, e);
            throw e;
        }
        String response = ascii(new String(JsonBinding.get().write(opened), StandardCharsets.UTF_8));
        String orderId = offer.orderId().apply(opened);
        Instant due = orderId == null ? OpenPayment.NEVER : firstLook.apply(row.created());
        boolean stored = run(connection -> table.storeResponse(connection, row, response, orderId, due));
        // If the call took so long that another one was made in its place, the customer gets that payment.
        return stored ? Optional.of(opened) : Optional.empty();
    }

    /** Nobody may be shown where to pay for an order that nobody could look up. */
    private static <T> void requireOrder(Offer<T> offer, T opened) {
        String orderId = offer.orderId().apply(opened);
        if (offer.coin() != null && (orderId == null || orderId.isBlank())) {
            throw AurpayException.builder("the response to the payment has no order_id, so its order could never be"
                            + " looked up; nobody was shown where to pay")
                    .outcomeUnknown(true)
                    .build();
        }
    }

    private OpenPayment row(String reference, String key, Callbacks created, Offer<?> offer) {
        // The table holds milliseconds.
        Instant now = Instant.ofEpochMilli(clock.millis());
        String url = created.succeeded().toString();
        String id = new VerifiedCallback(url, now, false).paymentId().orElseThrow();
        return new OpenPayment(
                account.name(),
                id,
                key,
                ReadableText.ascii(reference),
                url,
                null,
                offer.coin(),
                offer.price(),
                offer.priceCurrency(),
                null,
                OrderStatus.PENDING,
                now,
                OpenPayment.NEVER,
                0,
                RefundStatus.NONE,
                OpenPayment.NEVER);
    }

    /** Returns false if another call has opened a payment of the same reference at the same time. */
    private boolean insert(OpenPayment row) {
        try {
            return transaction.commit(connection -> {
                table.insert(connection, row);
                return true;
            });
        } catch (SQLException e) {
            if (SqlState.isConstraintViolation(e)) {
                return false;
            }
            throw failed(e);
        } catch (RetryLaterException e) {
            throw failed(e);
        }
    }

    /**
     * Gives the reference free after a call that has failed. If there may be an order nevertheless, its row stays, so
     * that a callback of this order finds it; nobody was shown where to pay.
     */
    private void forget(OpenPayment row, RuntimeException failure) {
        boolean unknown = !(failure instanceof AurpayException rejected) || rejected.outcomeUnknown();
        try {
            run(connection -> {
                if (unknown) {
                    return table.release(connection, row, OpenPayment.OUTCOME_UNKNOWN);
                }
                table.delete(connection, row);
                return true;
            });
        } catch (SettlementException e) {
            failure.addSuppressed(e);
        }
    }

    private static void requireLike(OpenPayment payment, String reference, Offer<?> offer) {
        if (!offer.isLike(payment)) {
            throw new PaymentConflictException("the reference <" + ReadableText.of(reference) + "> has a payment of "
                    + payment.price().toPlainString() + " " + payment.priceCurrency()
                    + (payment.coin() == null ? " by a payment URL" : " in " + payment.coin()) + ", which is "
                    + payment.status().value().toLowerCase(Locale.ROOT) + "; asked for was one of " + offer
                    + ": call openAnother if the customer shall pay that instead");
        }
    }

    /** Whether the customer can no longer pay. A paid or underpaid payment is not over: a second one must not be paid. */
    private boolean isOver(OpenPayment payment) {
        return payment.status().equals(OrderStatus.OVERDUE)
                || (payment.response() != null && payment.status().equals(OrderStatus.PENDING) && isOld(payment));
    }

    private boolean isOld(OpenPayment payment) {
        return !clock.instant().isBefore(payment.created().plus(LIFETIME));
    }

    /** Whether the server that has opened the payment has died before it stored the response. */
    private boolean isGivenUp(OpenPayment payment) {
        return payment.response() == null
                && !clock.instant().isBefore(payment.created().plus(CALL));
    }

    private void waitFor(String reference, Instant end) {
        if (!clock.instant().isBefore(end)) {
            throw new SettlementException(
                    "a payment of the reference <" + ReadableText.of(reference)
                            + "> is being opened by another request, which has not ended for " + CALL
                            + ": try again in a minute",
                    null);
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettlementException("interrupted while another request opens the same payment", e);
        }
    }

    private <T> T run(ShortTransaction.Work<T> work) {
        try {
            return transaction.commit(work);
        } catch (SQLException | RetryLaterException e) {
            throw failed(e);
        }
    }

    private SettlementException failed(Exception e) {
        return new SettlementException("the table <" + table.name() + "> cannot be used: " + e.getMessage(), e);
    }

    /** Escapes everything but ASCII, which a JSON text contains only in strings: the column may hold nothing else. */
    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char character = json.charAt(i);
            if (character < 0x80) {
                escaped.append(character);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            }
        }
        return escaped.toString();
    }
}
