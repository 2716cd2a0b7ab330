package net.aurpay.webhook.inbox;

import javax.sql.DataSource;

/** PostgreSQL has a state of its own for a deadlock. */
class ShortTransactionOnPostgresTest extends ShortTransactionContract {
    @Override
    DataSource database() {
        return SharedPostgres.database();
    }
}
