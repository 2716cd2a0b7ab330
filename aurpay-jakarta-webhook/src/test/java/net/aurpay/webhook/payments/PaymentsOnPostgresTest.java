package net.aurpay.webhook.payments;

import javax.sql.DataSource;
import net.aurpay.webhook.inbox.SharedPostgres;

class PaymentsOnPostgresTest extends PaymentsContract {
    @Override
    DataSource database() {
        return SharedPostgres.database();
    }
}
