package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

class TableInboxOnPostgresTest extends TableInboxContract {
    @Override
    DataSource database() {
        return SharedPostgres.database();
    }
}
