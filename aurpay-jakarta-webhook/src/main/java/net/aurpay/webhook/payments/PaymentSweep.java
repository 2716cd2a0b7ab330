package net.aurpay.webhook.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.SweepReport;
import net.aurpay.webhook.inbox.ShortTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the payments that are due, and fires the events that no callback has fired. Several servers may sweep at the
 * same time. Thread-safe.
 */
final class PaymentSweep {
    private static final System.Logger LOG = System.getLogger(PaymentSweep.class.getName());

    /** So many payments are in memory at once. */
    private static final int BATCH = 500;

    /** A claimed payment comes due again after this time, if its server has died or an observer has failed. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** No look-up begins in the last part of a claim, because it could last longer than the claim. */
    private static final Duration LAST_LOOK = Duration.ofMinutes(1);

    /** A response that asks for more could keep this server from ever sweeping again. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Statuses and codes that say nothing about an order: the next order would get the same answer. */
    private static final Set<Integer> ABOUT_THE_CALLER = Set.of(401, 403, 429);

    private final PaymentTable table;
    private final TableTransaction transaction;
    private final AurpayOrders orders;
    private final Settler settler;
    private final Looks looks;
    private final InstantSource clock;
    private volatile Instant notBefore = Instant.MIN;

    PaymentSweep(
            PaymentTable table,
            ShortTransaction transaction,
            AurpayOrders orders,
            Settler settler,
            Looks looks,
            InstantSource clock) {
        this.table = table;
        this.transaction = new TableTransaction(table, transaction);
        this.orders = orders;
        this.settler = settler;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Looks up payments that are due.
     *
     * @param atMost how many, greater than 0
     */
    SweepReport sweep(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost must be > 0, was <" + atMost + ">");
        }
        Run run = new Run();
        int left = atMost;
        while (left > 0 && run.unavailable == null && !clock.instant().isBefore(notBefore)) {
            List<OpenPayment> claimed = claim(Math.min(left, BATCH));
            if (claimed.isEmpty()) {
                return run.report(true);
            }
            left -= claimed.size();
            run.look(claimed);
        }
        return run.report(run.unavailable == null && clock.instant().isAfter(notBefore) && nothingIsDue());
    }

    private static boolean isAboutTheCaller(AurpayException e) {
        return ABOUT_THE_CALLER.contains(e.httpStatus()) || ABOUT_THE_CALLER.contains(e.code());
    }

    private boolean nothingIsDue() {
        return transaction
                .commit(connection -> table.due(connection, clock.instant(), 1))
                .isEmpty();
    }

    /** Each update finds the row as it was read, or does nothing, so that no payment is claimed by two servers. */
    private List<OpenPayment> claim(int atMost) {
        Instant now = clock.instant();
        Instant until = Instant.ofEpochMilli(now.plus(CLAIM).toEpochMilli());
        return transaction.commit(connection -> {
            List<OpenPayment> claimed = new ArrayList<>();
            for (OpenPayment due : table.due(connection, now, atMost)) {
                if (table.claim(connection, due, until)) {
                    claimed.add(due.withDue(until));
                }
            }
            return claimed;
        });
    }

    /** One call of the sweep. */
    private final class Run {
        private final Map<SettlementResult, Integer> results = new EnumMap<>(SettlementResult.class);
        private int looked;
        private int failed;
        private int requests;
        private @Nullable AurpayException unavailable;

        void look(List<OpenPayment> claimed) {
            OrderListing listing = new OrderListing(orders);
            Map<String, Order> listed = Map.of();
            try {
                listed = listing.find(claimed);
            } catch (AurpayException e) {
                LOG.log(System.Logger.Level.WARNING, "the orders cannot be listed", e);
                if (isAboutTheCaller(e)) {
                    end(e);
                }
            }
            requests += listing.requests();
            for (OpenPayment payment : claimed) {
                if (unavailable != null) {
                    // Given back, so that the next sweep does not have to wait until the claim is over. A payment whose
                    // look-up has failed keeps its claim: the others come first next time.
                    transaction.commit(connection -> table.schedule(connection, payment, clock.instant()));
                } else if (clock.instant().isBefore(payment.due().minus(LAST_LOOK))) {
                    look(payment, Optional.ofNullable(listed.get(payment.orderId())));
                }
            }
        }

        private void look(OpenPayment payment, Optional<Order> listed) {
            looked++;
            try {
                Order order = listed.isPresent() ? listed.get() : order(payment);
                if (!Objects.equals(payment.orderId(), order.orderId())) {
                    failed(payment, new SettlementException("Aurpay has responded with another order", null));
                    return;
                }
                SettlementResult result = settler.settle(payment.callbacks(), order);
                results.merge(result, 1, Integer::sum);
                scheduleNext(payment, order, result);
            } catch (AurpayException e) {
                if (e instanceof AurpayUnavailableException || isAboutTheCaller(e)) {
                    // The claim stays, so the payment comes due again when the claim is over.
                    failed++;
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "order <" + payment.orderId() + "> cannot be looked up now",
                            e);
                    end(e);
                } else {
                    failed(payment, e);
                }
            } catch (RuntimeException e) {
                // The claim stays, so the payment comes due again when the claim is over.
                failed++;
                LOG.log(System.Logger.Level.ERROR, "order <" + payment.orderId() + "> cannot be settled", e);
            }
        }

        private Order order(OpenPayment payment) {
            requests++;
            return orders.order(String.valueOf(payment.orderId()));
        }

        private void scheduleNext(OpenPayment payment, Order order, SettlementResult result) {
            boolean waits = payment.refund() != RefundStatus.NONE && !OrderStatus.REFUNDED.equals(order.status());
            Instant next = looks.next(waits ? payment.refundRequested() : payment.created(), clock.instant());
            transaction.commit(connection -> {
                if (order.status() != null
                        && result != SettlementResult.NOT_OURS
                        && PaymentTable.isFinal(order.status())) {
                    table.record(connection, payment.paymentId(), order.status(), order.orderId());
                    return !waits || table.schedule(connection, payment, next);
                }
                return table.schedule(connection, payment, next);
            });
            if (waits && next.equals(OpenPayment.NEVER)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "order <" + payment.orderId() + "> is still " + order.status() + " after a refund that was "
                                + payment.refund().name().toLowerCase(Locale.ROOT) + " at " + payment.refundRequested()
                                + ", and will not be looked up again: see Aurpay's dashboard");
            }
        }

        /** The same response would come again: the next look is at the time that it would have after a success. */
        private void failed(OpenPayment payment, RuntimeException e) {
            failed++;
            LOG.log(System.Logger.Level.WARNING, "order <" + payment.orderId() + "> cannot be looked up", e);
            Instant next = looks.next(payment.created(), clock.instant());
            transaction.commit(connection -> table.schedule(connection, payment, next));
        }

        private void end(AurpayException e) {
            unavailable = e;
            retryAfter().ifPresent(wait -> notBefore = clock.instant().plus(wait));
        }

        private Optional<Duration> retryAfter() {
            return unavailable instanceof AurpayUnavailableException absent
                    ? Optional.ofNullable(absent.retryAfter())
                            .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                    : Optional.empty();
        }

        SweepReport report(boolean complete) {
            return new SweepReport(
                    looked,
                    count(SettlementResult.PAID),
                    count(SettlementResult.UNDERPAID),
                    count(SettlementResult.EXPIRED),
                    count(SettlementResult.REFUNDED),
                    failed,
                    requests,
                    complete,
                    retryAfter());
        }

        private int count(SettlementResult result) {
            return results.getOrDefault(result, 0);
        }
    }
}
