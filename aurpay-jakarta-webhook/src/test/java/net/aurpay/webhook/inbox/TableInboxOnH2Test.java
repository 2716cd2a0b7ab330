package net.aurpay.webhook.inbox;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

public class TableInboxOnH2Test extends TableInboxContract {
    @Override
    DataSource database() {
        return h2("");
    }

    /**
     * Opens a database in memory.
     *
     * @param mode the database that H2 imitates; the SQL dialect and the locks are those of H2 nevertheless
     */
    public static DataSource h2(String mode) {
        JdbcDataSource database = new JdbcDataSource();
        String name = mode.isEmpty() ? "inbox" : mode;
        String setting = mode.isEmpty() ? "" : ";MODE=" + mode;
        database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000" + setting);
        return database;
    }
}
