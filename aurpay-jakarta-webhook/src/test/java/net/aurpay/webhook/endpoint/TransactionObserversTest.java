package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import net.aurpay.webhook.OrderSucceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionObserversTest {
    @Test
    void synchronousObserverOfTheDefaultPhaseTakesPart() {
        assertThat(TransactionObservers.takesPart(new Observer(Reception.ALWAYS, TransactionPhase.IN_PROGRESS, false)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_PROGRESS")
    void observerOfAnotherPhaseTakesNoPart(TransactionPhase phase) {
        assertThat(TransactionObservers.takesPart(new Observer(Reception.ALWAYS, phase, false)))
                .isFalse();
    }

    @Test
    void conditionalObserverTakesNoPart() {
        assertThat(TransactionObservers.takesPart(
                        new Observer(Reception.IF_EXISTS, TransactionPhase.IN_PROGRESS, false)))
                .isFalse();
    }

    @Test
    void asynchronousObserverTakesNoPart() {
        assertThat(TransactionObservers.takesPart(new Observer(Reception.ALWAYS, TransactionPhase.IN_PROGRESS, true)))
                .isFalse();
    }

    private record Observer(Reception reception, TransactionPhase phase, boolean async)
            implements ObserverMethod<OrderSucceeded> {
        @Override
        public Class<?> getBeanClass() {
            return TransactionObserversTest.class;
        }

        @Override
        public Type getObservedType() {
            return OrderSucceeded.class;
        }

        @Override
        public Set<Annotation> getObservedQualifiers() {
            return Set.of();
        }

        @Override
        public Reception getReception() {
            return reception;
        }

        @Override
        public TransactionPhase getTransactionPhase() {
            return phase;
        }

        @Override
        public boolean isAsync() {
            return async;
        }
    }
}
