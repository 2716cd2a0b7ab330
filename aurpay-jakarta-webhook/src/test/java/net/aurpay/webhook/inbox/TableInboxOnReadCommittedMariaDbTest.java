package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** As the other data bases have it from the start. */
class TableInboxOnReadCommittedMariaDbTest extends TableInboxOnMariaDbTest {
    @Override
    DataSource database() {
        return database("&sessionVariables=tx_isolation='READ-COMMITTED'");
    }
}
