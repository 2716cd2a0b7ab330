package net.aurpay.webhook.endpoint;

import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.AurpayAccount;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;

/** Distinguishes the observers that take part in the transaction of a callback from those that do not. */
final class TransactionObservers {
    private static final OrderSucceeded PAID = new OrderSucceeded(
            Optional.empty(), "", Optional.empty(), Map.of(), Instant.EPOCH, Optional.empty(), Optional.empty());
    private static final List<OrderEvent> EVENTS = List.of(
            PAID,
            new OrderTimedOut(
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Map.of(),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty()),
            new OrderUnderpaid(
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Map.of(),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            new OrderRefunded(
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Map.of(),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty()));

    private TransactionObservers() {}

    /**
     * Returns whether there is an observer of {@code OrderSucceeded} whose exception rolls the callback back.
     *
     * @param qualifiers of the event; observers without a qualifier get it, too
     */
    static boolean observePaidOrders(BeanContainer beans, Annotation... qualifiers) {
        return beans.resolveObserverMethods(PAID, qualifiers).stream().anyMatch(TransactionObservers::takesPart);
    }

    /**
     * Excludes {@code IF_EXISTS}, because a bean that does not exist yet is not called, and the other phases, which
     * come too late.
     */
    static boolean takesPart(ObserverMethod<?> observer) {
        return !observer.isAsync()
                && observer.getReception() == Reception.ALWAYS
                && observer.getTransactionPhase() == TransactionPhase.IN_PROGRESS;
    }

    /**
     * Rejects observers of the events of this library if the container swallows their exceptions while the transaction
     * commits.
     *
     * @param accounts that the configuration lists
     * @throws IllegalArgumentException naming the observer
     */
    static void requireNoneBeforeCompletion(BeanManager beans, Set<String> accounts) {
        for (OrderEvent event : EVENTS) {
            requireNoneBeforeCompletion(beans.resolveObserverMethods(event));
            for (String account : accounts) {
                requireNoneBeforeCompletion(beans.resolveObserverMethods(event, AurpayAccount.Literal.of(account)));
            }
        }
    }

    private static void requireNoneBeforeCompletion(Set<? extends ObserverMethod<?>> observers) {
        for (ObserverMethod<?> observer : observers) {
            if (observer.getTransactionPhase() == TransactionPhase.BEFORE_COMPLETION
                    && isOurs(observer.getObservedType())) {
                throw new IllegalArgumentException(
                        "an observer of <" + observer.getObservedType().getTypeName()
                                + "> in <" + observer.getBeanClass().getName()
                                + "> is during = BEFORE_COMPLETION, where an exception does not roll the callback back:"
                                + " observe during = IN_PROGRESS, which is the default, or AFTER_SUCCESS");
            }
        }
    }

    /** Excludes observers of {@code Object} and the like, which belong to frameworks that listen to everything. */
    private static boolean isOurs(Type observed) {
        return !(observed instanceof Class<?> type) || OrderEvent.class.isAssignableFrom(type);
    }
}
