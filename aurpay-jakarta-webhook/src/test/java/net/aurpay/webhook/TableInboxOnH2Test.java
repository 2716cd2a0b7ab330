package net.aurpay.webhook;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class TableInboxOnH2Test extends TableInboxContract {
    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:inbox;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
        return database;
    }
}
