package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** Runs the contract on H2 in its Oracle mode, in which an empty text is null. */
class TableInboxOnH2LikeOracleTest extends TableInboxContract {
    @Override
    DataSource database() {
        return TableInboxOnH2Test.h2("Oracle");
    }
}
