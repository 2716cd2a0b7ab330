package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** An empty text is null. */
class TableInboxOnH2LikeOracleTest extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("Oracle");
    }
}
