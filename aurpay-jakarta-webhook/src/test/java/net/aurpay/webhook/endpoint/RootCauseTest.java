package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;

class RootCauseTest {
    @Test
    void isTheInnermostCauseWithAMessage() {
        NamingException failure = new NamingException("could not be obtained");
        failure.setRootCause(
                new IllegalStateException("no driver", new SQLException("DSRA4000E: driver not found", new Error())));

        assertThat(RootCause.of(failure)).isEqualTo("SQLException: DSRA4000E: driver not found");
    }

    @Test
    void isOneLineWithoutPasswords() {
        SQLException failure = new SQLException(
                "no\r\nconnection to jdbc:x://shop:hidden1@db/shop?user=a&password=hidden2" + "&x=1;PWD=hidden3\u0000");

        assertThat(RootCause.of(failure))
                .isEqualTo("SQLException: no connection to jdbc:x://db/shop?user=a&password=…&x=1;PWD=…");
    }

    @Test
    void endsIfMessagesAreLongAndCausesFormARing() {
        IllegalStateException failure = new IllegalStateException("x".repeat(1_000_000));
        failure.initCause(new IllegalStateException("x".repeat(1_000), failure));

        assertThat(RootCause.of(failure)).hasSizeLessThan(310).endsWith("x…");
    }

    @Test
    void isTheClassIfThereIsNoMessage() {
        assertThat(RootCause.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
