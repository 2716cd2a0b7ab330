package net.aurpay.webhook.endpoint;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.payments.ErrorCodes;
import net.aurpay.webhook.payments.UnmatchedTransactions;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;

/** Looks orders up, and says whether an order is what a callback reports. */
public final class OrderConfirmation {
    private final Function<String, Order> lookUp;
    private final UnmatchedTransactions unmatched;
    private final Supplier<Optional<String>> userId;

    public OrderConfirmation(Function<String, Order> lookUp, UnmatchedTransactions unmatched, Optional<String> userId) {
        this(lookUp, unmatched, () -> userId);
    }

    /**
     * Creates the confirmation of an account that may change.
     *
     * @param userId the user that orders must belong to; throws an {@code AurpayException} if this is not known now
     */
    OrderConfirmation(
            Function<String, Order> lookUp, UnmatchedTransactions unmatched, Supplier<Optional<String>> userId) {
        this.lookUp = lookUp;
        this.unmatched = unmatched;
        this.userId = userId;
    }

    /**
     * Returns the order, if its status fits the callback. The order of a time-out may be underpaid.
     *
     * @throws OrderNotConfirmedException if the order does not confirm the callback
     * @throws RetryLaterException if Aurpay does not say, or the order is not paid yet although the callback says so
     */
    Order confirm(CallbackKind kind, String orderId) throws OrderNotConfirmedException, RetryLaterException {
        Order order = find(orderId);
        EventKind reported = EventKind.of(kind);
        Optional<EventKind> found = EventKind.of(order.status());
        boolean underpaid = found.equals(Optional.of(EventKind.UNDERPAID));
        if (OrderStatus.PENDING.equals(order.status()) || (underpaid && kind == CallbackKind.SUCCEEDED)) {
            throw new RetryLaterException("the order is still " + order.status(), null);
        }
        if (!underpaid && !found.equals(Optional.of(reported))) {
            throw new OrderNotConfirmedException(RejectionReason.ORDER_STATUS_UNFIT);
        }
        return order;
    }

    /**
     * Returns an order, whatever its status is.
     *
     * @throws OrderNotConfirmedException if Aurpay does not know the order, or the order belongs to another user
     * @throws RetryLaterException if Aurpay does not say
     */
    Order find(String orderId) throws OrderNotConfirmedException, RetryLaterException {
        Order order = lookUp(orderId);
        if (!orderId.equals(order.orderId())) {
            throw new OrderNotConfirmedException(RejectionReason.ORDER_UNKNOWN);
        }
        boolean ours;
        try {
            ours = isOurs(order);
        } catch (AurpayException e) {
            throw new RetryLaterException("it is not known to which user the account belongs", e);
        }
        if (!ours) {
            throw new OrderNotConfirmedException(RejectionReason.ORDER_OF_OTHER_USER);
        }
        return order;
    }

    /** Whether an order belongs to the user of the account, if one is configured. */
    boolean isOurs(Order order) {
        Optional<String> expected = userId.get();
        return expected.isEmpty() || expected.get().equals(order.userId());
    }

    /** Returns the transaction that has paid too little for an underpaid order, if that is certain. */
    Optional<Transaction> unmatched(Order order) {
        return unmatched.of(order);
    }

    private Order lookUp(String orderId) throws OrderNotConfirmedException, RetryLaterException {
        try {
            return lookUp.apply(orderId);
        } catch (AurpayUnavailableException e) {
            throw new RetryLaterException("Aurpay cannot be reached", e);
        } catch (AurpayException e) {
            if (!isAboutTheOrder(e)) {
                throw new RetryLaterException("the order cannot be looked up", e);
            }
            throw new OrderNotConfirmedException(RejectionReason.ORDER_UNKNOWN, e);
        } catch (RuntimeException e) {
            throw new RetryLaterException("the order cannot be looked up", e);
        }
    }

    /**
     * Returns whether Aurpay certainly rejected the look-up of this order: a code of 400 to 499, or a code of five
     * digits that begins with such a number. Invalid credentials (401, 403), a time-out (408), too many calls (429) and
     * an HTTP status that contradicts the code say nothing about the order.
     */
    private static boolean isAboutTheOrder(AurpayException e) {
        return isRejection(ErrorCodes.status(e)) && (e.httpStatus() == 200 || isRejection(e.httpStatus()));
    }

    private static boolean isRejection(int status) {
        return status >= 400 && status < 500 && !Set.of(401, 403, 408, 429).contains(status);
    }
}
