package net.aurpay.webhook.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.client.TransactionType;

/**
 * Finds the transaction that has paid too little for an order. Aurpay lists it with an unknown type, and does not say for
 * which order it is.
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
    Optional<Transaction> of(Order order) {
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

    private static boolean fits(Transaction transaction, Order order, Instant created) {
        return transaction.transactionType() != null
                && UNKNOWN.contains(transaction.transactionType())
                && Objects.equals(order.chain(), transaction.chain())
                && Objects.equals(order.currency(), transaction.currency())
                && transaction.eventTime() != null
                && !transaction.eventTime().isBefore(created)
                && (order.toAddress() == null || order.toAddress().equals(transaction.toAddress()));
    }
}
