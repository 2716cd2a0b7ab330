package net.aurpay.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import net.aurpay.webhook.endpoint.CallbackEndpoint;
import org.junit.jupiter.api.Test;

class TableInboxOnPostgresTest extends TableInboxContract {
    private static final String LOG = "select pg_read_file(pg_current_logfile())";

    @Override
    DataSource database() {
        return SharedPostgres.database();
    }

    /** A dead row would take the place between the rows of the callbacks before and after the replays. */
    @Test
    void replaysOnAnotherServerWriteNeitherARowNorALineOfTheDatabasesLog() throws SQLException {
        CallbackEndpoint server = server();
        CallbackEndpoint other = server();
        for (int payment = 1; payment <= 5; payment++) {
            assertThat(get(server, "/succeeded", id(payment))).isEqualTo(200);
        }
        assertThat(get(other, "/succeeded", id(6))).isEqualTo(200);
        execute("vacuum full aurpay_callback");
        String log = text(LOG);

        for (int payment = 1; payment <= 5; payment++) {
            assertThat(get(other, "/succeeded", id(payment))).isEqualTo(200);
            assertThat(get(other, "/timed-out", id(payment))).isEqualTo(200);
        }

        assertThat(text(LOG)).isEqualTo(log).isNotEmpty();
        assertThat(get(server, "/succeeded", id(7))).isEqualTo(200);
        assertThat(text("select ctid from aurpay_callback where payment_id = '" + id(7) + "'"))
                .isEqualTo("(0,7)");
        assertThat(effects()).isEqualTo(7);
    }

    private static String id(int payment) {
        return String.format("%032x", payment);
    }
}
