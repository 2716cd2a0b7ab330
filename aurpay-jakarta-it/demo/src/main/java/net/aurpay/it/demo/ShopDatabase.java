package net.aurpay.it.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database of the shop's server, with the tables of the library. It is in the server's memory, so it forgets the payments
 * when the shop forgets its purchases.
 *
 * @param script creates the tables
 */
record ShopDatabase(Path script) {
    static final String JNDI_NAME = "jdbc/shop";

    /** Writes the script that each connection runs, which creates the tables if they are missing. */
    void prepare() throws IOException {
        String ddl = ddl("aurpay_callback") + ddl("aurpay_payment");
        Files.writeString(script, ddl.replaceAll("(?m)^create (table|index) ", "create $1 if not exists "));
    }

    private static String ddl(String table) throws IOException {
        try (InputStream sql = ShopDatabase.class.getResourceAsStream("/META-INF/aurpay/" + table + ".sql")) {
            if (sql == null) {
                throw new IOException("the webhook jar has no " + table + ".sql");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the configuration of the server. The managed executor runs the sweep. */
    String xml() {
        return """
                <server>
                    <featureManager>
                        <feature>jdbc-4.3</feature>
                        <feature>concurrent-3.0</feature>
                    </featureManager>
                    <library id="h2">
                        <file name="%s"/>
                    </library>
                    <dataSource jndiName="%s">
                        <jdbcDriver libraryRef="h2" javax.sql.DataSource="%s"/>
                        <properties URL="jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM '%s'" user="shop"/>
                    </dataSource>
                </server>
                """
                .formatted(escaped(driver()), JNDI_NAME, JdbcDataSource.class.getName(), escaped(script));
    }

    private static Path driver() {
        try {
            return Path.of(JdbcDataSource.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(Path path) {
        return path.toAbsolutePath()
                .toString()
                .replace('\\', '/')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }
}
