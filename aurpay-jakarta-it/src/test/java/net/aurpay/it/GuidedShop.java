package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.table.OrderBook;

/** An application with its inbox in a table, on a fresh server that was set up as the guide says. */
final class GuidedShop implements AutoCloseable {
    private final Sandbox sandbox = Sandboxes.start();
    private final Postgres postgres;
    private final GuidedServer server;

    private GuidedShop() throws IOException, SQLException {
        postgres = Postgres.start(GuidedServer.FOLDER);
        server = GuidedServer.of(postgres.environment());
    }

    static GuidedShop start() throws IOException, SQLException, InterruptedException {
        GuidedShop shop = new GuidedShop();
        try {
            shop.server.start(shop.war());
            return shop;
        } catch (IOException | InterruptedException | AssertionError e) {
            shop.close();
            throw e;
        }
    }

    private Path war() throws IOException {
        return new ApplicationArchive("shop")
                .addPackageOf(OrderBook.class)
                .signing(sandbox)
                .receiving(sandbox, "https://shop.example.com/aurpay/callbacks")
                .property("aurpay.webhook.datasource", server.guide().dataSource())
                .export(GuidedServer.FOLDER);
    }

    ShopProbe probe() {
        return new ShopProbe(server.application(), sandbox, postgres);
    }

    @Override
    public void close() throws IOException {
        server.close();
        sandbox.close();
        postgres.close();
        NoSecretInLogs.requireNone(server.log());
    }
}
