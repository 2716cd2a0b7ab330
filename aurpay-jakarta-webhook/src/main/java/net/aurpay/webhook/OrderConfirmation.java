package net.aurpay.webhook;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import org.jspecify.annotations.Nullable;

/** Asks Aurpay about the order that a callback's unsigned body names. */
final class OrderConfirmation {
    private static final Set<OrderStatus> PAID = Set.of(OrderStatus.SUCCESS, OrderStatus.RESOLVED);
    private static final Set<OrderStatus> GIVEN_UP = Set.of(OrderStatus.OVERDUE, OrderStatus.TERMINATED);

    private final Function<String, Order> lookUp;
    private final Optional<String> userId;

    OrderConfirmation(Function<String, Order> lookUp, Optional<String> userId) {
        this.lookUp = lookUp;
        this.userId = userId;
    }

    static boolean isPaid(@Nullable OrderStatus status) {
        return status != null && PAID.contains(status);
    }

    /**
     * Returns the order, in a state that fits.
     *
     * @throws UnconfirmedException if Aurpay says otherwise
     * @throws LaterException if Aurpay says nothing, or the order is still pending
     */
    Order confirm(CallbackKind kind, String orderId) throws UnconfirmedException, LaterException {
        Order order = lookUp(orderId);
        if (!orderId.equals(order.orderId())) {
            throw new UnconfirmedException(RefusalReason.ORDER_UNKNOWN);
        }
        if (userId.isPresent() && !userId.get().equals(order.userId())) {
            throw new UnconfirmedException(RefusalReason.ORDER_OF_OTHER_USER);
        }
        OrderStatus status = order.status();
        if (OrderStatus.PENDING.equals(status)) {
            throw new LaterException("the order is still PENDING", null);
        }
        boolean fits = kind == CallbackKind.SUCCEEDED ? isPaid(status) : status != null && GIVEN_UP.contains(status);
        if (!fits) {
            throw new UnconfirmedException(RefusalReason.ORDER_STATUS_UNFIT);
        }
        return order;
    }

    private Order lookUp(String orderId) throws UnconfirmedException, LaterException {
        try {
            return lookUp.apply(orderId);
        } catch (AurpayUnavailableException e) {
            throw new LaterException("Aurpay cannot be reached", e);
        } catch (AurpayException e) {
            if (!isAboutTheOrder(e)) {
                throw new LaterException("the order cannot be looked up", e);
            }
            throw new UnconfirmedException(RefusalReason.ORDER_UNKNOWN, e);
        } catch (RuntimeException e) {
            throw new LaterException("the order cannot be looked up", e);
        }
    }

    /**
     * Whether Aurpay certainly refused to show this order: a code of 400 to 499, or of five digits that begin so. Refused
     * credentials (401, 403), a time-out (408), too many calls (429) and an HTTP status that contradicts the code say nothing
     * about the order.
     */
    private static boolean isAboutTheOrder(AurpayException e) {
        int code = e.code();
        return isRefusal(code >= 10_000 && code < 100_000 ? code / 100 : code)
                && (e.httpStatus() == 200 || isRefusal(e.httpStatus()));
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && !Set.of(401, 403, 408, 429).contains(status);
    }
}
