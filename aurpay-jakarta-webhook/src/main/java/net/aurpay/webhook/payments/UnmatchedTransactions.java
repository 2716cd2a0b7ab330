package net.aurpay.webhook.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.client.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * Finds transactions that belong to no order, such as one that has paid too little. Aurpay lists them with an unknown type,
 * and does not say for which order they are.
 */
public final class UnmatchedTransactions {
    private static final System.Logger LOG = System.getLogger(UnmatchedTransactions.class.getName());

    /** In which zone Aurpay reads the times of a query is not documented. */
    private static final Duration ANY_ZONE = Duration.ofDays(1);

    private static final int LARGEST_PAGE = 100;

    /** The API documents one spelling for queries and the other for responses. */
    private static final List<TransactionType> UNKNOWN = List.of(TransactionType.UNKOWN, TransactionType.UNKNOWN);

    private final Function<TransactionQuery, Page<Transaction>> transactions;

    public UnmatchedTransactions(Function<TransactionQuery, Page<Transaction>> transactions) {
        this.transactions = transactions;
    }

    /**
     * Returns the transaction of an underpaid order if exactly one fits. Empty also if the order is not underpaid, or if
     * Aurpay does not say: an event must not wait for this.
     */
    public Optional<Transaction> of(Order order) {
        Instant created = order.createTime();
        if (!OrderStatus.PARTIAL.equals(order.status())
                || created == null
                || order.chain() == null
                || order.currency() == null) {
            return Optional.empty();
        }
        try {
            List<Transaction> fitting = new ArrayList<>();
            for (TransactionType type : UNKNOWN) {
                TransactionQuery query = TransactionQuery.all()
                        .withType(type)
                        .withChain(order.chain())
                        .withCurrency(order.currency())
                        .withEventFrom(created.minus(ANY_ZONE))
                        .withSize(LARGEST_PAGE);
                Page<Transaction> page = transactions.apply(query);
                if (page.maxPage() != null && page.maxPage() > 1) {
                    return Optional.empty();
                }
                page.items().stream()
                        .filter(transaction -> fits(transaction, order, created))
                        .forEach(fitting::add);
            }
            return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
        } catch (AurpayException e) {
            LOG.log(System.Logger.Level.WARNING, "the transaction of an underpaid order cannot be looked up", e);
            return Optional.empty();
        }
    }

    /**
     * Returns the transactions with an unknown type, in the order of the list.
     *
     * @param from inclusive
     * @param to exclusive
     */
    List<Transaction> between(Instant from, Instant to) {
        Set<Transaction> found = new LinkedHashSet<>();
        for (TransactionType type : UNKNOWN) {
            TransactionQuery query = TransactionQuery.all()
                    .withType(type)
                    .withEventFrom(from.minus(ANY_ZONE))
                    .withEventUntil(to.plus(ANY_ZONE))
                    .withSize(LARGEST_PAGE);
            Page.stream(number -> transactions.apply(query.withPage(number)))
                    .filter(UnmatchedTransactions::isUnknown)
                    .filter(transaction -> isWithin(transaction.eventTime(), from, to))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean isUnknown(Transaction transaction) {
        return transaction.transactionType() != null && UNKNOWN.contains(transaction.transactionType());
    }

    /** True also without a time, because nothing may be left out. */
    private static boolean isWithin(@Nullable Instant time, Instant from, Instant to) {
        return time == null || (!time.isBefore(from) && time.isBefore(to));
    }

    private static boolean fits(Transaction transaction, Order order, Instant created) {
        return isUnknown(transaction)
                && Objects.equals(order.chain(), transaction.chain())
                && Objects.equals(order.currency(), transaction.currency())
                && transaction.eventTime() != null
                && !transaction.eventTime().isBefore(created)
                && (order.toAddress() == null || order.toAddress().equals(transaction.toAddress()));
    }
}
