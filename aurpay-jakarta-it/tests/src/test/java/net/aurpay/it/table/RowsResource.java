package net.aurpay.it.table;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Counts the rows, as another use of the inbox's data source that needs a connection: {@code GET rows}. */
@Path("rows")
public class RowsResource {
    @Inject
    DataSource database;

    @GET
    public String count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from shop_order")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
