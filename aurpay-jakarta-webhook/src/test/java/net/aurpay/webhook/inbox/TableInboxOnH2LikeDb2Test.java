package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** Runs the contract on H2 in its DB2 mode. */
class TableInboxOnH2LikeDb2Test extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("DB2");
    }
}
