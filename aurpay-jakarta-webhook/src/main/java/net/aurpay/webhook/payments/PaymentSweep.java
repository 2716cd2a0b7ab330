package net.aurpay.webhook.payments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
 * Looks up the payments that are due, each with its account's credentials, and fires the events that no callback has fired.
 * Several servers may sweep at the same time. Thread-safe.
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

    /** Statuses and codes that say nothing about an order: the account's next order would get the same response. */
    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(401, 403);

    private static final int TOO_MANY_CALLS = 429;

    private final PaymentTable table;
    private final TableTransaction transaction;
    private final Function<String, AccountAccess> accounts;
    private final Looks looks;
    private final InstantSource clock;
    private volatile Instant notBefore = Instant.MIN;

    /** Accounts that have sent too many requests, and the time at which they may send the next. */
    private final Map<String, Instant> paused = new ConcurrentHashMap<>();

    /**
     * Creates the sweep.
     *
     * @param accounts finds an account by its name; throws if this is not possible
     */
    PaymentSweep(
            PaymentTable table,
            ShortTransaction transaction,
            Function<String, AccountAccess> accounts,
            Looks looks,
            InstantSource clock) {
        this.table = table;
        this.transaction = new TableTransaction(table, transaction);
        this.accounts = accounts;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Looks up payments that are due.
     *
     * @param whose payments to look up
     * @param atMost how many, greater than 0
     */
    SweepReport sweep(SweptAccounts whose, int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost must be > 0, was <" + atMost + ">");
        }
        Run run = new Run(whose);
        while (run.looked < atMost && run.goesOn()) {
            // A payment that is claimed but not looked up does not count: others would wait for those of an account
            // whose credentials are wrong.
            List<OpenPayment> claimed = claim(run.left, Math.min(atMost - run.looked, BATCH));
            if (claimed.isEmpty()) {
                return run.report(run.isComplete());
            }
            run.look(claimed);
        }
        return run.report(run.goesOn() && run.isComplete() && nothingIsDue(whose));
    }

    /** Whether the credentials are missing, so that nothing was sent, or Aurpay does not accept them. */
    private static boolean isAboutTheAccount(AurpayException e) {
        boolean isUnsent = e.httpStatus() == 0 && e.code() == AurpayException.NO_CODE && !e.outcomeUnknown();
        return (isUnsent && !(e instanceof AurpayUnavailableException))
                || ABOUT_THE_ACCOUNT.contains(e.httpStatus())
                || ABOUT_THE_ACCOUNT.contains(ErrorCodes.status(e));
    }

    private static boolean isTooManyCalls(@Nullable AurpayException e) {
        return e != null && (e.httpStatus() == TOO_MANY_CALLS || ErrorCodes.status(e) == TOO_MANY_CALLS);
    }

    /** Leaves the accounts out that must not send a request yet. */
    private SweptAccounts withoutPaused(SweptAccounts whose) {
        Instant now = clock.instant();
        paused.values().removeIf(until -> !now.isBefore(until));
        SweptAccounts left = whose;
        for (String name : paused.keySet()) {
            left = left.contains(name) ? left.without(name) : left;
        }
        return left;
    }

    private boolean nothingIsDue(SweptAccounts whose) {
        return transaction
                .commit(connection -> table.due(connection, whose, clock.instant(), 1))
                .isEmpty();
    }

    /** Each update finds the row as it was read, or does nothing, so that no payment is claimed by two servers. */
    private List<OpenPayment> claim(SweptAccounts whose, int atMost) {
        Instant now = clock.instant();
        Instant until = Instant.ofEpochMilli(now.plus(CLAIM).toEpochMilli());
        return transaction.commit(connection -> {
            List<OpenPayment> claimed = new ArrayList<>();
            for (OpenPayment due : table.due(connection, whose, now, atMost)) {
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
        private final SweptAccounts whose;
        private SweptAccounts left;
        private boolean ended;
        private boolean warned;
        private int looked;
        private int failed;
        private int requests;

        /** The last response that asks for patience. */
        private @Nullable AurpayException unavailable;

        private Run(SweptAccounts whose) {
            this.whose = whose;
            this.left = withoutPaused(whose);
        }

        boolean goesOn() {
            return !ended && !left.isOver() && !clock.instant().isBefore(notBefore);
        }

        /** Whether no account had to be left out. */
        boolean isComplete() {
            return left.equals(whose);
        }

        void look(List<OpenPayment> claimed) {
            Map<String, List<OpenPayment>> byAccount =
                    claimed.stream().collect(groupingBy(OpenPayment::account, LinkedHashMap::new, toList()));
            byAccount.forEach((name, payments) -> {
                AccountAccess account;
                try {
                    account = accounts.apply(name);
                } catch (IllegalArgumentException e) {
                    unknown(name, payments);
                    return;
                } catch (RuntimeException e) {
                    notFound(name, payments.size(), e);
                    return;
                }
                look(account, payments);
            });
        }

        /** The claims stay, so the payments come due again when the claims are over. */
        private void notFound(String name, int payments, RuntimeException e) {
            failed += payments;
            left = left.without(name);
            LOG.log(
                    warned ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "the account <" + name + "> cannot be looked up, so " + payments + " of its payments wait",
                    e);
            warned = true;
        }

        /** The account may have been removed for good: the next looks are at the times that they would have after a success. */
        private void unknown(String name, List<OpenPayment> payments) {
            failed += payments.size();
            left = left.without(name);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the account <" + name + "> no longer exists, so " + payments.size()
                            + " of its payments cannot be looked up");
            transaction.commit(connection -> {
                for (OpenPayment payment : payments) {
                    table.schedule(connection, payment, looks.next(payment.created(), clock.instant()));
                }
                return true;
            });
        }

        private void look(AccountAccess account, List<OpenPayment> claimed) {
            OrderListing listing = new OrderListing(account.orders());
            Map<String, Order> listed = Map.of();
            try {
                listed = ended ? listed : listing.find(claimed);
            } catch (AurpayException e) {
                LOG.log(System.Logger.Level.WARNING, account.inLog() + "the orders cannot be listed", e);
                if (isAboutTheAccount(e) || isTooManyCalls(e)) {
                    end(account, e);
                }
            }
            requests += listing.requests();
            List<OpenPayment> givenBack = new ArrayList<>();
            for (OpenPayment payment : claimed) {
                if (hasEnded(account)) {
                    givenBack.add(payment);
                } else if (clock.instant().isBefore(payment.due().minus(LAST_LOOK))) {
                    look(account, payment, Optional.ofNullable(listed.get(payment.orderId())));
                }
            }
            giveBack(givenBack);
        }

        /**
         * Lets payments come due at once, so that the next sweep does not have to wait until the claims are over. A payment
         * whose look-up has failed keeps its claim: the others come first next time.
         */
        private void giveBack(List<OpenPayment> claimed) {
            if (claimed.isEmpty()) {
                return;
            }
            transaction.commit(connection -> {
                for (OpenPayment payment : claimed) {
                    table.schedule(connection, payment, clock.instant());
                }
                return true;
            });
        }

        private boolean hasEnded(AccountAccess account) {
            return ended || !left.contains(account.name());
        }

        private void look(AccountAccess account, OpenPayment payment, Optional<Order> listed) {
            looked++;
            try {
                Order order = listed.isPresent() ? listed.get() : order(account, payment);
                if (!Objects.equals(payment.orderId(), order.orderId())) {
                    failed(account, payment, new SettlementException("Aurpay has responded with another order", null));
                    return;
                }
                SettlementResult result = account.settler().settle(payment.callbacks(), order);
                results.merge(result, 1, Integer::sum);
                scheduleNext(account, payment, order, result);
            } catch (AurpayException e) {
                if (e instanceof AurpayUnavailableException || isAboutTheAccount(e) || isTooManyCalls(e)) {
                    // The claim stays, so the payment comes due again when the claim is over.
                    failed++;
                    LOG.log(
                            System.Logger.Level.WARNING,
                            account.inLog() + "order <" + payment.orderId() + "> cannot be looked up now",
                            e);
                    end(account, e);
                } else {
                    failed(account, payment, e);
                }
            } catch (RuntimeException e) {
                // The claim stays, so the payment comes due again when the claim is over.
                failed++;
                LOG.log(
                        System.Logger.Level.ERROR,
                        account.inLog() + "order <" + payment.orderId() + "> cannot be settled",
                        e);
            }
        }

        private Order order(AccountAccess account, OpenPayment payment) {
            requests++;
            return account.orders().order(String.valueOf(payment.orderId()));
        }

        private void scheduleNext(AccountAccess account, OpenPayment payment, Order order, SettlementResult result) {
            boolean waits = payment.refund() != RefundStatus.NONE && !OrderStatus.REFUNDED.equals(order.status());
            Instant next = looks.next(waits ? payment.refundRequested() : payment.created(), clock.instant());
            transaction.commit(connection -> {
                if (order.status() != null
                        && result != SettlementResult.NOT_OURS
                        && PaymentTable.isFinal(order.status())) {
                    table.record(connection, payment.account(), payment.paymentId(), order.status(), order.orderId());
                    return !waits || table.schedule(connection, payment, next);
                }
                return table.schedule(connection, payment, next);
            });
            if (waits && next.equals(OpenPayment.NEVER)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        account.inLog() + "order <" + payment.orderId() + "> is still " + order.status()
                                + " after a refund that was "
                                + payment.refund().name().toLowerCase(Locale.ROOT) + " at " + payment.refundRequested()
                                + ", and will not be looked up again: see Aurpay's dashboard");
            }
        }

        /** The same response would come again: the next look is at the time that it would have after a success. */
        private void failed(AccountAccess account, OpenPayment payment, RuntimeException e) {
            failed++;
            LOG.log(
                    System.Logger.Level.WARNING,
                    account.inLog() + "order <" + payment.orderId() + "> cannot be looked up",
                    e);
            Instant next = looks.next(payment.created(), clock.instant());
            transaction.commit(connection -> table.schedule(connection, payment, next));
        }

        private void end(AccountAccess account, AurpayException e) {
            if (isAboutTheAccount(e)) {
                left = left.without(account.name());
                return;
            }
            // If a second account gets the same response, it is not about the first one.
            ended = !isTooManyCalls(e) || isTooManyCalls(unavailable);
            unavailable = e;
            Instant until = retryAfter().map(clock.instant()::plus).orElse(Instant.MIN);
            if (isTooManyCalls(e)) {
                left = left.without(account.name());
                paused.put(account.name(), until);
            } else {
                notBefore = until;
            }
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
