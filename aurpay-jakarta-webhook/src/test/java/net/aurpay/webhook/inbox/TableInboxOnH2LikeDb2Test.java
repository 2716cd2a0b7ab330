package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** H2's imitation of DB2. */
class TableInboxOnH2LikeDb2Test extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("DB2");
    }
}
