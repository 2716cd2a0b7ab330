package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.aurpay.client.AurpayAccount;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdiObserversTest {
    private final List<String> fired = new ArrayList<>();

    /** The accounts whose events have an observer; the empty name stands for an observer of all. */
    private final Set<String> observed = new HashSet<>();

    private final FakeAccounts accounts = FakeAccounts.of("north", "south", "east");

    /** A qualifier for each of thousands of accounts would fill the container's memory. */
    @ParameterizedTest
    @CsvSource({"'', ''", "north, north", "south, south", "east, ''"})
    void qualifiesEventsOfConfiguredAccountsOnly(String account, String qualifier) {
        observed.add("");
        Observers observers = observers();

        observers.fire(paid(account));
        observers.fireAsync(paid(account));
        observers.fireRejected(rejected(account));

        assertThat(fired)
                .containsExactly(
                        "order " + qualifier,
                        "order async " + qualifier,
                        "rejected " + qualifier,
                        "rejected async " + qualifier);
    }

    @Test
    void aPaidOrderWithoutAnObserverOfItsAccountFails() {
        observed.add("north");
        try (LoggedLines logged = LoggedLines.of(CdiObservers.class)) {
            Observers observers = observers();
            assertThat(logged.lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("no bean observes OrderSucceeded"))
                    .anyMatch(line -> line.endsWith("for account <south>"));

            observers.fire(paid("north"));
            for (String other : List.of("", "south", "east")) {
                assertThatThrownBy(() -> observers.fire(paid(other))).isInstanceOf(IllegalStateException.class);
            }
            observers.fire(new OrderTimedOut(
                    Optional.of("south"),
                    "1",
                    Optional.empty(),
                    Map.of(),
                    Sample.NOW,
                    Optional.empty(),
                    Optional.empty()));
            assertThat(fired).containsExactly("order north", "order south");
        }
    }

    private Observers observers() {
        accounts.configured.addAll(List.of("north", "south"));
        return new CdiObservers(new FakeEvent<>("order", ""), new FakeEvent<>("rejected", ""), beans(), accounts, true);
    }

    private static OrderEvent paid(String account) {
        return new OrderSucceeded(
                name(account), "1", Optional.empty(), Map.of(), Sample.NOW, Optional.empty(), Optional.empty());
    }

    private static CallbackRejected rejected(String account) {
        return new CallbackRejected(
                CallbackKind.SUCCEEDED,
                RejectionReason.DATE_STALE,
                name(account),
                "1",
                Optional.empty(),
                Map.of(),
                Sample.NOW,
                Optional.empty());
    }

    private static Optional<String> name(String account) {
        return Optional.of(account).filter(text -> !text.isEmpty());
    }

    private BeanContainer beans() {
        return (BeanContainer) Proxy.newProxyInstance(
                BeanContainer.class.getClassLoader(),
                new Class<?>[] {BeanContainer.class},
                (proxy, called, arguments) -> {
                    assertThat(called.getName()).isEqualTo("resolveObserverMethods");
                    String account = account((Annotation[]) arguments[1]);
                    return observed.contains("") || observed.contains(account) ? Set.of(observer()) : Set.of();
                });
    }

    private static ObserverMethod<?> observer() {
        return (ObserverMethod<?>) Proxy.newProxyInstance(
                ObserverMethod.class.getClassLoader(),
                new Class<?>[] {ObserverMethod.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "isAsync" -> false;
                    case "getReception" -> Reception.ALWAYS;
                    case "getTransactionPhase" -> TransactionPhase.IN_PROGRESS;
                    case "hashCode" -> 1;
                    default -> throw new UnsupportedOperationException(called.toString());
                });
    }

    private static String account(Annotation... qualifiers) {
        return qualifiers.length == 0 ? "" : ((AurpayAccount) qualifiers[0]).value();
    }

    private final class FakeEvent<T> implements Event<T> {
        private final String name;
        private final String qualifier;

        private FakeEvent(String name, String qualifier) {
            this.name = name;
            this.qualifier = qualifier;
        }

        @Override
        public void fire(T event) {
            fired.add(name + " " + qualifier);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            fired.add(name + " async " + qualifier);
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            return new FakeEvent<>(name, account(qualifiers));
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
