package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.aurpay.it.guide.CashierCheckout;
import net.aurpay.it.guided.PayLinkResource;
import net.aurpay.it.probing.ProbingResource;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.table.OrderBook;

/** Applications with their inbox in a table, on a fresh server that is configured as the guide says. */
final class GuidedShop implements AutoCloseable {
    private static final String SHOP = "shop";
    private static final String CONFIRMING = "confirming";
    private static final String NARROW = "narrow";
    private static final String SWEEPING = "sweeping";
    private static final String FAILING = "failing";
    private static final String PORTABLE = "portable";

    private final Sandbox sandbox = Sandboxes.start(Duration.ofMillis(200));
    private final Postgres postgres;
    private final GuidedServer server;
    private boolean hasNarrow;
    private boolean hasSweeping;
    private boolean hasPortable;

    private GuidedShop() throws IOException, SQLException {
        postgres = Postgres.start(GuidedServer.FOLDER);
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("AURPAY_WEBHOOK_MAX_AGE", "P2D");
        // Kubernetes sets this variable if a service is called aurpay-webhook.
        environment.put("AURPAY_WEBHOOK_PORT", "tcp://10.0.0.1:8080");
        server = GuidedServer.of(environment);
    }

    static GuidedShop start() throws IOException, SQLException, InterruptedException {
        GuidedShop shop = new GuidedShop();
        try {
            shop.server.start(shop.archive(SHOP).export(GuidedServer.FOLDER));
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
                .property("aurpay.webhook.datasource", server.guide().dataSource())
                .property("aurpay.payments.looks", OpenPayments.LOOKS);
    }

    /**
     * Returns an application with a pool of one connection, which confirms orders with another API. The first call
     * deploys the application.
     *
     * @param api URL of that API
     */
    ShopProbe narrow(String api, Duration confirmTimeout) throws IOException, InterruptedException {
        if (!hasNarrow) {
            server.add(archive(NARROW)
                    .property("aurpay.webhook.datasource", server.guide().narrowDataSource())
                    .property("aurpay/mp-rest/url", api)
                    .property("aurpay.webhook.confirm", true)
                    .property("aurpay.webhook.confirm-timeout", confirmTimeout)
                    // Longer than any test: the look-up has a time limit of its own.
                    .property("aurpay/mp-rest/readTimeout", 3_600_000)
                    .property(
                            "net.aurpay.webhook.endpoint.OrderLookUp/mp-rest/readTimeout",
                            confirmTimeout.toMillis() - 5_000)
                    .export(GuidedServer.FOLDER));
            hasNarrow = true;
        }
        return probe(NARROW);
    }

    /**
     * Returns an application with a cashier, which the server makes sweep every second. The first call deploys the
     * application.
     */
    ShopProbe sweeping() throws IOException, InterruptedException {
        if (!hasSweeping) {
            server.add(archive(SWEEPING)
                    .add(PayLinkResource.class)
                    .add(CashierCheckout.class)
                    .property("aurpay.payments.cashier", true)
                    .property("aurpay.payments.sweep-every", "PT1S")
                    .property("aurpay.payments.looks", "PT10S,PT20S,PT40S,PT80S")
                    .export(GuidedServer.FOLDER));
            hasSweeping = true;
        }
        return probe(SWEEPING);
    }

    /**
     * Returns the application that every server runs unchanged, with JPA, a resource reference and a sweep every second.
     * The payments have a table of their own, because the sweep would claim those of the other applications. The first call
     * deploys the application.
     */
    ShopProbe portable() throws IOException, InterruptedException, SQLException {
        if (!hasPortable) {
            postgres.execute(Files.readString(PortableWar.SQL));
            postgres.execute(Postgres.ddl("aurpay_payment.sql").replace("aurpay_payment", "portable_payment"));
            server.add(PortableWar.addTo(archive(PORTABLE))
                    .property("aurpay.payments.table", "portable_payment")
                    .property("aurpay.payments.sweep-every", "PT1S")
                    .export(GuidedServer.FOLDER));
            hasPortable = true;
        }
        return probe(PORTABLE);
    }

    /**
     * Builds an application that the server makes sweep every second. Each sweep fails and says so in the log, because the
     * table of the payments does not exist.
     */
    Path failing() throws IOException {
        return archive(FAILING)
                .property("aurpay.payments.table", "aurpay_absent")
                .property("aurpay.payments.sweep-every", "PT1S")
                .export(GuidedServer.FOLDER);
    }

    /**
     * Builds an application that probes its public URL after the start, and has a probe for the test to call.
     *
     * @param url where callbacks arrive, or would arrive
     */
    Path probing(String name, String url) throws IOException {
        return new ApplicationArchive(name)
                .addPackageOf(ProbingResource.class)
                .receiving(sandbox, url)
                .property("aurpay.webhook.probe", true)
                .export(GuidedServer.FOLDER);
    }

    GuidedServer server() {
        return server;
    }

    /** Returns the application of the guide. */
    ShopProbe shop() {
        return probe(SHOP);
    }

    /** Returns an application with {@code aurpay.webhook.confirm}. */
    ShopProbe confirming() {
        return probe(CONFIRMING);
    }

    String log() throws IOException {
        return Files.readString(server.log());
    }

    private ShopProbe probe(String application) {
        sandbox.callbackPlan(CallbackPlan.NORMAL.via(server.url().toString()));
        return new ShopProbe(server.application(application), sandbox, postgres);
    }

    @Override
    public void close() throws IOException {
        server.close();
        sandbox.close();
        postgres.close();
        NoSecretInLogs.requireNone(server.log());
    }
}
