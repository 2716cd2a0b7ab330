package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** With the isolation that other databases have by default. */
class TableInboxOnReadCommittedMariaDbTest extends TableInboxOnMariaDbTest {
    @Override
    DataSource database() {
        return database("&sessionVariables=tx_isolation='READ-COMMITTED'");
    }
}
