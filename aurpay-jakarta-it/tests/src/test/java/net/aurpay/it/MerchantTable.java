package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.SandboxAccount;

/** The table of {@code docs/accounts.md}, in which an application finds its accounts. */
final class MerchantTable {
    private MerchantTable() {}

    static void create(Postgres postgres, Collection<SandboxAccount> accounts) throws IOException, SQLException {
        postgres.execute(Files.readString(Path.of("../docs/accounts/merchant.sql")));
        try (Connection connection = postgres.connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into merchant values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (SandboxAccount account : accounts) {
                int column = 0;
                for (String value : row(account.name().orElseThrow(), account.keys())) {
                    column++;
                    insert.setString(column, value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<String> row(String name, Keys keys) {
        return List.of(
                name,
                keys.apiToken(),
                keys.secretKey(),
                keys.callbackToken(),
                keys.callbackSecret(),
                "previous-token-of-" + name,
                "previous-secret-of-" + name,
                keys.userId());
    }
}
