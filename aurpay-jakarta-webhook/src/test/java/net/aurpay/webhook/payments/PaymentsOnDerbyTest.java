package net.aurpay.webhook.payments;

import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

class PaymentsOnDerbyTest extends PaymentsContract {
    @Override
    DataSource database() {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:payments");
        database.setCreateDatabase("create");
        return database;
    }
}
