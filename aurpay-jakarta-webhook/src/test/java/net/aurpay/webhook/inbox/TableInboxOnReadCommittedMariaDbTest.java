package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** Runs the contract on MariaDB with READ COMMITTED, the default isolation of other databases. */
class TableInboxOnReadCommittedMariaDbTest extends TableInboxOnMariaDbTest {
    @Override
    DataSource database() {
        return SharedMariaDb.database("&sessionVariables=tx_isolation='READ-COMMITTED'");
    }
}
