package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.InboxEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventTransactionTest {
    private static final InboxEntry ENTRY =
            new InboxEntry("", "1", EventKind.SUCCEEDED, null, null, "", Sample.NOW, Sample.NOW);
    private static final OrderEvent EVENT = new OrderSucceeded(
            Optional.empty(), "", Optional.empty(), Map.of(), Sample.NOW, Optional.empty(), Optional.empty());
    private static final String ROLLED_BACK = "the commit failed; the event will be fired again unless it took effect";
    private static final String UNKNOWN =
            "the commit failed; whether it took effect is unknown, and the inbox in memory"
                    + " cannot tell: the event will be fired again";

    private final FakeTransaction transaction = new FakeTransaction();
    private final FakeInbox inbox = new FakeInbox();
    private final FakeObservers observers = new FakeObservers();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new RollbackException(), false, ROLLED_BACK),
                Arguments.of(new HeuristicRollbackException(), false, ROLLED_BACK),
                Arguments.of(new IllegalStateException(), false, ROLLED_BACK),
                Arguments.of(new HeuristicMixedException(), false, UNKNOWN),
                Arguments.of(new SystemException(), false, UNKNOWN),
                Arguments.of(new SystemException(), true, ROLLED_BACK));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void logsWhatFollowsFromACommitThatFails(Exception failure, boolean survives, String line) throws Exception {
        inbox.survivesUnknownCommit = survives;
        try (LoggedLines logged = LoggedLines.of(EventTransaction.class)) {
            assertThat(run(failing("commit", failure))).isFalse();
            assertThat(logged.lines()).containsExactly(line);
        }
        assertThat(transaction.calls).containsExactly("begin", "rollback");
        assertThat(inbox.completed).containsExactly(false);
    }

    @Test
    void logsNothingAboutACommit() throws Exception {
        try (LoggedLines logged = LoggedLines.of(EventTransaction.class)) {
            assertThat(run(transaction)).isTrue();
            assertThat(logged.lines()).isEmpty();
        }
        assertThat(inbox.completed).containsExactly(true);
    }

    @Test
    void logsAnObserverThatFailsAndARollbackThatFails() throws Exception {
        observers.reaction = event -> {
            throw new AssertionError("no stock");
        };
        try (LoggedLines logged = LoggedLines.of(EventTransaction.class)) {
            assertThat(run(failing("rollback", new SystemException()))).isFalse();
            assertThat(logged.lines())
                    .containsExactly(
                            "an observer failed; the transaction was rolled back, and the event will be fired again",
                            "the rollback failed");
        }
    }

    @Test
    void rollsBackNothingThatAnObserverHasRolledBack() throws Exception {
        observers.reaction = event -> transaction.rollback();
        try (LoggedLines logged = LoggedLines.of(EventTransaction.class)) {
            assertThat(run(transaction)).isFalse();
            assertThat(logged.lines()).isEqualTo(List.of(ROLLED_BACK));
        }
        assertThat(transaction.calls).containsExactly("begin", "rollback");
    }

    private boolean run(UserTransaction transaction) throws Exception {
        return new EventTransaction(() -> transaction, inbox, observers).run(ENTRY, EVENT) == null;
    }

    private UserTransaction failing(String method, Exception failure) {
        return (UserTransaction) Proxy.newProxyInstance(
                UserTransaction.class.getClassLoader(),
                new Class<?>[] {UserTransaction.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        throw failure;
                    }
                    return called.invoke(transaction, arguments);
                });
    }
}
