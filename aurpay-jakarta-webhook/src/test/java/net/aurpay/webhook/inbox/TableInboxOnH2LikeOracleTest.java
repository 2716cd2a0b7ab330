package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** In this mode an empty text is null. */
class TableInboxOnH2LikeOracleTest extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("Oracle");
    }
}
