package net.aurpay.it;

import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import net.aurpay.it.accounts.Merchants;
import net.aurpay.it.guide.Mailer;
import net.aurpay.it.guide.Parcels;
import net.aurpay.it.guided.GuideResource;
import net.aurpay.it.guided.SentMails;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.messaging.OrderForwarder;
import net.aurpay.it.paying.SaleResource;
import net.aurpay.it.paymentpage.PaymentPage;
import net.aurpay.it.platform.PlatformResource;
import net.aurpay.it.qr.QrCode;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.table.OrderBook;

/**
 * Runs an Open Liberty with a database and messaging, and applications that differ in their configuration:
 * {@value #FORWARDING}, {@value #GUIDE}, {@value #PAYMENT_PAGE}, {@value #ACCOUNTS}, {@value #MEMORY}, and three that must
 * not start.
 */
final class TableServer implements AutoCloseable {
    static final String FORWARDING = "forwarding";
    static final String GUIDE = "guide";
    static final String PAYMENT_PAGE = "payment-page";
    static final String ACCOUNTS = "accounts";
    static final String MEMORY = "memory";
    static final String OUTSIDE_JTA = "outside-jta";
    static final String NO_DATA_SOURCE = "no-data-source";
    static final String NO_DRIVER = "no-driver";

    private static final String OUTSIDE =
            """
            <server>
                <!-- on two cores, applications that start at once would wait for each other's threads forever -->
                <executor coreThreads="32"/>
                <dataSource jndiName="jdbc/outside" transactional="false">
                    <jdbcDriver libraryRef="postgresql"/>
                    <properties.postgresql serverName="${db.host}" portNumber="${db.port}" databaseName="${db.name}"
                                           user="${db.user}" password="${db.password}"/>
                </dataSource>
                <dataSource jndiName="jdbc/one" type="javax.sql.ConnectionPoolDataSource">
                    <jdbcDriver libraryRef="postgresql"/>
                    <properties.postgresql serverName="${db.host}" portNumber="${db.port}" databaseName="${db.name}"
                                           user="${db.user}" password="${db.password}"/>
                    <connectionManager maxPoolSize="1" connectionTimeout="10s"/>
                </dataSource>
                <library id="absent">
                    <file name="${server.config.dir}/absent.jar"/>
                </library>
                <dataSource jndiName="jdbc/driverless" type="javax.sql.ConnectionPoolDataSource">
                    <jdbcDriver libraryRef="absent"/>
                    <properties.postgresql serverName="${db.host}" portNumber="${db.port}" databaseName="${db.name}"
                                           user="${db.user}" password="${db.password}"/>
                </dataSource>
            </server>
            """;

    /** Lets the payment page use a pool of one connection, so that a request cannot hold the connection unnoticed. */
    private static final String ONE_CONNECTION =
            """
            <web-bnd xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.2">
                <resource-ref name="net.aurpay.it.paymentpage.Sales/database" binding-name="jdbc/one"/>
            </web-bnd>
            """;

    /** The merchants whose accounts are in the database; that of north is in the configuration. */
    private static final List<String> MERCHANTS = List.of("anna", "Bert_2", "doris");

    private final Sandbox sandbox = Sandboxes.start(
            Duration.parse(System.getProperty("aurpay.retry", "PT0.2S")), List.of("north", "anna", "Bert_2", "doris"));
    private final Postgres postgres;
    private final ServerDirectory directory;
    private final OpenLiberty server;

    private TableServer() throws IOException, SQLException {
        postgres = Postgres.start(LibertyWithTable.FOLDER);
        postgres.execute("create table fulfilment (reference varchar(200), payment_id varchar(32))");
        postgres.execute(Files.readString(Path.of("../docs/purchase.sql")));
        postgres.execute(Files.readString(Path.of("../docs/payment-page/sale.sql")));
        MerchantTable.create(postgres, MERCHANTS.stream().map(sandbox::account).toList());
        directory = withApplications(
                LibertyWithTable.directory("table", List.of("database.xml", "messaging.xml"))
                        .override("outside.xml", OUTSIDE),
                LibertyWithTable.FOLDER);
        server = LibertyWithTable.server(directory, postgres);
    }

    static TableServer start() throws IOException, SQLException, InterruptedException {
        TableServer table = new TableServer();
        try {
            table.run();
            return table;
        } catch (IOException | InterruptedException e) {
            table.close();
            throw e;
        }
    }

    /** Starts the server, at first and after it was killed. */
    void run() throws IOException, InterruptedException {
        server.start(
                "/forwarding/probe/control",
                "/guide/probe/control",
                "/payment-page/probe/control",
                "/accounts/probe/control",
                "/memory/probe/control");
    }

    void kill() {
        server.kill();
    }

    private ServerDirectory withApplications(ServerDirectory bare, Path wars) throws IOException {
        return bare.application(
                        FORWARDING,
                        archive(FORWARDING)
                                .property("aurpay.webhook.datasource", "jdbc/shop")
                                .property("aurpay.payments.sweep-every", "PT5M")
                                .property("aurpay.webhook.probe", true)
                                .addPackageOf(OrderForwarder.class)
                                .export(wars))
                .application(
                        GUIDE,
                        archive(GUIDE)
                                .property("aurpay.webhook.datasource", "jdbc/shop")
                                .addPackageOf(Parcels.class)
                                .addPackageOf(GuideResource.class)
                                .export(wars))
                .application(
                        PAYMENT_PAGE,
                        archive(PAYMENT_PAGE)
                                .property("aurpay.webhook.datasource", "jdbc/one")
                                .webInf("ibm-web-bnd.xml", ONE_CONNECTION)
                                .addPackageOf(PaymentPage.class)
                                .addPackageOf(SaleResource.class)
                                .add(QrCode.class)
                                .addLibraryOf(QRCodeWriter.class)
                                .addPageFile("payment-page/payment.css")
                                .addPageFile("payment-page/payment.js")
                                .export(wars))
                .application(ACCOUNTS, accounts().export(wars))
                .application(MEMORY, archive(MEMORY).export(wars))
                .application(
                        OUTSIDE_JTA,
                        archive(OUTSIDE_JTA)
                                .property("aurpay.webhook.datasource", "jdbc/outside")
                                .export(wars))
                .application(
                        NO_DATA_SOURCE,
                        archive(NO_DATA_SOURCE)
                                .property("aurpay.webhook.datasource", "jdbc/nowhere")
                                .export(wars))
                .application(
                        NO_DRIVER,
                        archive(NO_DRIVER)
                                .property("aurpay.webhook.datasource", "jdbc/driverless")
                                .export(wars));
    }

    private ApplicationArchive archive(String name) {
        return new ApplicationArchive(name)
                .addPackageOf(OrderBook.class)
                .property("aurpay.payments.looks", OpenPayments.LOOKS)
                .signing(sandbox)
                .receiving(sandbox, callbacks(name));
    }

    /** Has no credentials but those of its accounts. */
    private ApplicationArchive accounts() {
        Keys north = sandbox.account("north").keys();
        return new ApplicationArchive(ACCOUNTS)
                .addPackageOf(Merchants.class)
                .addPackageOf(PlatformResource.class)
                .add(Mailer.class)
                .add(SentMails.class)
                .property("aurpay/mp-rest/url", sandbox.url())
                .property("aurpay.webhook.url", callbacks(ACCOUNTS))
                .property("aurpay.webhook.datasource", "jdbc/shop")
                .property("aurpay.payments.looks", OpenPayments.LOOKS)
                .property("aurpay.accounts", "north")
                .property("aurpay.accounts.north.api-token", north.apiToken())
                .property("aurpay.accounts.north.secret-key", north.secretKey())
                .property("aurpay.accounts.north.webhook.token", north.callbackToken())
                .property("aurpay.accounts.north.webhook.secret", north.callbackSecret());
    }

    /** Returns the value of {@code aurpay.webhook.url} in an application. */
    static String callbacks(String application) {
        return "https://shop.example.com/" + application + "/aurpay/callbacks";
    }

    ShopProbe shop(String application) {
        sandbox.callbackPlan(CallbackPlan.NORMAL.via(server.url()));
        return new ShopProbe(URI.create(server.url() + "/" + application + "/"), sandbox, postgres);
    }

    String log() throws IOException {
        return Files.readString(directory.log());
    }

    @Override
    public void close() throws IOException {
        server.close();
        sandbox.close();
        postgres.close();
        NoSecretInLogs.requireNone(directory.log());
    }
}
