package net.aurpay.it;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.table.OrderBook;

/** Applications with their inbox in a table, on a fresh server that was set up as the guide says. */
final class GuidedShop implements TableShops, AutoCloseable {
    private static final String NAME = "shop";

    private final Sandbox sandbox = Sandboxes.start(Duration.ofMillis(200));
    private final Postgres postgres;
    private final GuidedServer server;

    private GuidedShop() throws IOException, SQLException {
        postgres = Postgres.start(GuidedServer.FOLDER);
        server = GuidedServer.of(postgres.environment());
    }

    static GuidedShop start() throws IOException, SQLException, InterruptedException {
        GuidedShop shop = new GuidedShop();
        try {
            shop.server.start(shop.archive(NAME).export(GuidedServer.FOLDER));
            shop.server.add(shop.archive(CONFIRMING)
                    .property("aurpay.webhook.confirm", true)
                    .property("aurpay.webhook.user-id", shop.sandbox.keys().userId())
                    .export(GuidedServer.FOLDER));
            return shop;
        } catch (IOException | InterruptedException | AssertionError e) {
            shop.close();
            throw e;
        }
    }

    private ApplicationArchive archive(String name) throws IOException {
        return new ApplicationArchive(name)
                .addPackageOf(OrderBook.class)
                .signing(sandbox)
                .receiving(sandbox, "https://shop.example.com/" + name + "/aurpay/callbacks")
                .property("aurpay.webhook.datasource", server.guide().dataSource());
    }

    /** The guide has the table's shop under its own name. */
    @Override
    public ShopProbe shop(String application) {
        sandbox.callbackPlan(CallbackPlan.NORMAL.via(server.url().toString()));
        return new ShopProbe(server.application(application.equals(TABLE) ? NAME : application), sandbox, postgres);
    }

    @Override
    public void close() throws IOException {
        server.close();
        sandbox.close();
        postgres.close();
        NoSecretInLogs.requireNone(server.log());
    }
}
