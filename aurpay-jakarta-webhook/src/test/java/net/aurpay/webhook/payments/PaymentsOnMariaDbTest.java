package net.aurpay.webhook.payments;

import javax.sql.DataSource;
import net.aurpay.webhook.inbox.SharedMariaDb;
import org.junit.jupiter.api.Tag;

/**
 * Runs the contract on MariaDB, whose default isolation is REPEATABLE READ and which ignores case when it compares
 * text.
 */
@Tag("debian")
class PaymentsOnMariaDbTest extends PaymentsContract {
    @Override
    DataSource database() {
        return SharedMariaDb.database("");
    }
}
