package net.aurpay.webhook.inbox;

import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

class TableInboxOnDerbyTest extends TableInboxContract {
    @Override
    DataSource database() {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:inbox");
        database.setCreateDatabase("create");
        return database;
    }
}
