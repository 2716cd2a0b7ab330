package net.aurpay.webhook.endpoint;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;

/** Looks up the order that the unsigned body of a callback names. */
public final class OrderConfirmation {
    private static final Set<OrderStatus> GIVEN_UP = Set.of(OrderStatus.OVERDUE, OrderStatus.TERMINATED);

    private final Function<String, Order> lookUp;
    private final Optional<String> userId;

    public OrderConfirmation(Function<String, Order> lookUp, Optional<String> userId) {
        this.lookUp = lookUp;
        this.userId = userId;
    }

    /**
     * Returns the order, if its status fits the callback.
     *
     * @throws OrderNotConfirmedException if the order does not confirm the callback
     * @throws RetryLaterException if Aurpay does not say, or the order is still pending
     */
    Order confirm(CallbackKind kind, String orderId) throws OrderNotConfirmedException, RetryLaterException {
        Order order = lookUp(orderId);
        if (!orderId.equals(order.orderId())) {
            throw new OrderNotConfirmedException(RejectionReason.ORDER_UNKNOWN);
        }
        if (userId.isPresent() && !userId.get().equals(order.userId())) {
            throw new OrderNotConfirmedException(RejectionReason.ORDER_OF_OTHER_USER);
        }
        OrderStatus status = order.status();
        if (OrderStatus.PENDING.equals(status)) {
            throw new RetryLaterException("the order is still PENDING", null);
        }
        boolean fits = status != null && (kind == CallbackKind.SUCCEEDED ? status.isPaid() : GIVEN_UP.contains(status));
        if (!fits) {
            throw new OrderNotConfirmedException(RejectionReason.ORDER_STATUS_UNFIT);
        }
        return order;
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
        int code = e.code();
        return isRejection(code >= 10_000 ? code / 100 : code)
                && (e.httpStatus() == 200 || isRejection(e.httpStatus()));
    }

    private static boolean isRejection(int status) {
        return status >= 400 && status < 500 && !Set.of(401, 403, 408, 429).contains(status);
    }
}
