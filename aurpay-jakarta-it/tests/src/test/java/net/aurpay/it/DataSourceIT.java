package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that an application whose data source cannot keep the inbox's promise does not start. */
@Tag("liberty")
@ExtendWith(Shared.class)
class DataSourceIT {
    private final TableServer server;

    DataSourceIT(TableServer server) {
        this.server = server;
    }

    @Test
    void dataSourceOutsideJtaFailsTheStartByName() throws Exception {
        awaitLog("aurpay-jakarta-webhook cannot start: aurpay.webhook.datasource <jdbc/outside>, table"
                + " <aurpay_callback>, does not take part in JTA transactions: a row was still there after a"
                + " rollback");
        assertThat(new Probe(server.shop(TableServer.OUTSIDE_JTA).base())
                        .get("aurpay/callbacks/succeeded")
                        .statusCode())
                .isIn(404, 500, 503);
        assertThat(server.shop(TableServer.OUTSIDE_JTA).inboxRows("start-up check"))
                .as("rows left behind")
                .isZero();
    }

    @Test
    void missingDataSourceFailsTheStartByName() throws Exception {
        awaitLog(
                "aurpay-jakarta-webhook cannot start: aurpay.webhook.datasource must be the JNDI name of a data source,"
                        + " and the server has bound nothing to <jdbc/nowhere>");
        assertThat(new Probe(server.shop(TableServer.NO_DATA_SOURCE).base())
                        .get("aurpay/callbacks/succeeded")
                        .statusCode())
                .isIn(404, 500, 503);
    }

    /** The log must not call the name wrong, because it is right. */
    @Test
    void dataSourceWithoutDriverFailsTheStartWithTheServersReason() throws Exception {
        awaitLog("aurpay-jakarta-webhook cannot start: aurpay.webhook.datasource <jdbc/driverless> is bound, but the"
                + " server cannot provide a data source; its log may say more, for example that the driver is missing"
                + " (NamingException: CWWKN0008E");
        assertThat(new Probe(server.shop(TableServer.NO_DRIVER).base())
                        .get("aurpay/callbacks/succeeded")
                        .statusCode())
                .isIn(404, 500, 503);
    }

    private void awaitLog(String sentence) throws InterruptedException {
        ShopProbe.await(sentence, () -> {
            try {
                return server.log().contains(sentence);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
