package net.aurpay.webhook.inbox;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/**
 * Runs the contract on MariaDB, whose default isolation is REPEATABLE READ and which ignores case when it compares
 * text.
 */
@Tag("debian")
class TableInboxOnMariaDbTest extends TableInboxContract {
    @Override
    DataSource database() {
        // The guide recommends this time-out.
        return SharedMariaDb.database("&sessionVariables=innodb_lock_wait_timeout=10");
    }
}
