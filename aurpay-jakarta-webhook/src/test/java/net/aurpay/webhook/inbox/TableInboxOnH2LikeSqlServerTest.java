package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** In this mode a unique column accepts one null. */
class TableInboxOnH2LikeSqlServerTest extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("MSSQLServer");
    }
}
