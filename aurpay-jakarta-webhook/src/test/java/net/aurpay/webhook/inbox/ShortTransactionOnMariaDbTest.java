package net.aurpay.webhook.inbox;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/** Reports a deadlock with the standard's state. */
@Tag("debian")
class ShortTransactionOnMariaDbTest extends ShortTransactionContract {
    @Override
    DataSource database() {
        return SharedMariaDb.database("");
    }
}
