package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.aurpay.it.accounts.Merchants;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.many.CountedMerchants;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.table.OrderBook;

/** Runs two Open Liberty servers with one PostgreSQL, and a sandbox that sends to both. */
final class TablePair implements AutoCloseable {
    private static final String SHOP = "shop";
    private static final String READY = "/shop/probe/control";

    /** The accounts, which the application finds in a table; {@code -Daurpay.accounts=…} varies their number. */
    static final List<String> ACCOUNTS = IntStream.range(0, Integer.getInteger("aurpay.accounts", 200))
            .mapToObj(i -> "account" + i)
            .toList();

    private final Sandbox sandbox =
            Sandboxes.start(Duration.parse(System.getProperty("aurpay.retry", "PT0.4S")), ACCOUNTS);
    private final Postgres postgres;
    private final List<ServerDirectory> directories;
    private final List<OpenLiberty> servers;

    private TablePair() throws IOException, SQLException {
        postgres = Postgres.start(LibertyWithTable.FOLDER);
        postgres.execute("create table account_order (account varchar(64), reference varchar(200))");
        MerchantTable.create(postgres, ACCOUNTS.stream().map(sandbox::account).toList());
        Path war = new ApplicationArchive(SHOP)
                .addPackageOf(OrderBook.class)
                .add(Merchants.class)
                .addPackageOf(CountedMerchants.class)
                .signing(sandbox)
                .receiving(sandbox, "https://shop.example.com/shop/aurpay/callbacks")
                .property("aurpay.webhook.datasource", "jdbc/shop")
                .property("aurpay.payments.looks", OpenPayments.LOOKS)
                .property("aurpay.webhook.tolerance", tolerance())
                // a folder of its own, because another test's shop.war would replace this one while the servers run
                .export(LibertyWithTable.FOLDER.resolve("pair"));
        directories = List.of(directory("one", war), directory("two", war));
        servers = directories.stream()
                .map(directory -> LibertyWithTable.server(directory, postgres))
                .toList();
    }

    private static ServerDirectory directory(String name, Path war) throws IOException {
        return LibertyWithTable.directory(name, List.of("database.xml")).application(SHOP, war);
    }

    static TablePair start() throws IOException, SQLException, InterruptedException {
        TablePair pair = new TablePair();
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> pair.start(0)),
                            CompletableFuture.runAsync(() -> pair.start(1)))
                    .join();
            return pair;
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    /**
     * Returns a short tolerance, which an outage may exceed; {@code -Daurpay.tolerance=PT5M} sets the library's own.
     */
    static Duration tolerance() {
        return Duration.parse(System.getProperty("aurpay.tolerance", "PT2S"));
    }

    void start(int server) {
        try {
            servers.get(server).start(READY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void kill(int server) {
        servers.get(server).kill();
    }

    /** Returns where the shop is on one of the servers. */
    URI url(int server) {
        return URI.create(servers.get(server).url() + "/shop/");
    }

    Postgres postgres() {
        return postgres;
    }

    /** Makes the sandbox send two copies of each callback to each server from now on. */
    ShopProbe shop(boolean keepDate) {
        sandbox.callbackPlan(CallbackPlan.NORMAL
                .copies(4)
                .via(servers.get(0).url(), servers.get(1).url())
                .keepDate(keepDate));
        return new ShopProbe(URI.create(servers.get(0).url() + "/shop/"), sandbox, postgres);
    }

    @Override
    public void close() throws IOException {
        servers.forEach(OpenLiberty::close);
        sandbox.close();
        postgres.close();
        for (ServerDirectory directory : directories) {
            NoSecretInLogs.requireNone(directory.log());
        }
    }
}
