package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** Runs the contract on H2 in its SQL Server mode, in which a unique column accepts only one null. */
class TableInboxOnH2LikeSqlServerTest extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("MSSQLServer");
    }
}
