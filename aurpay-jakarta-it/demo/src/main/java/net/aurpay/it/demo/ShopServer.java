package net.aurpay.it.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;

/** Runs the shop on an Open Liberty. Thread-safe. */
public final class ShopServer {
    /** The account of the second seller. */
    public static final String NORTH = "north";

    private static final String NO_CACHE =
            """
            <server>
                <!-- all files in the WAR have the same date, so a browser would not notice that a file has changed -->
                <httpEndpoint id="defaultHttpEndpoint">
                    <headers>
                        <setIfMissing>Cache-Control: no-store</setIfMissing>
                    </headers>
                </httpEndpoint>
            </server>
            """;

    /**
     * Every two seconds for half an hour, so that the shop soon shows what happens in the sandbox. Against Aurpay, the default
     * is right.
     */
    private static final String LOOKS = IntStream.rangeClosed(1, 900)
            .mapToObj(i -> Duration.ofSeconds(2L * i).toString())
            .collect(Collectors.joining(","));

    private final ServerDirectory directory;
    private final ShopDatabase database;
    private final OpenLiberty server;

    /**
     * Returns the directory of the server {@code shop}.
     *
     * @param liberty the home of Open Liberty
     * @param configuration the server.xml
     */
    public static ServerDirectory directory(Path liberty, Path configuration, Path war, int port) {
        return ServerDirectory.of(liberty, "shop", configuration, port)
                .application("shop", war)
                .override("cache.xml", NO_CACHE)
                .override("database.xml", database(liberty).xml());
    }

    private static ShopDatabase database(Path liberty) {
        return new ShopDatabase(liberty.resolveSibling("shop.sql"));
    }

    /**
     * Prepares the server.
     *
     * @param sandbox has an account with the name {@value #NORTH}, besides the unnamed one
     */
    public ShopServer(ServerDirectory directory, Sandbox sandbox) {
        this.directory = directory;
        this.database = database(directory.liberty());
        this.server = new OpenLiberty(
                directory, configuration(sandbox.keys(), sandbox.account(NORTH).keys(), sandbox.url()));
    }

    public String url() {
        return "http://localhost:" + directory.port() + "/shop";
    }

    /** Starts the server, and returns when the shop responds. */
    public void start() throws IOException, InterruptedException {
        requireFreePort();
        Files.deleteIfExists(directory.log());
        database.prepare();
        server.start("/shop/api/purchases");
    }

    private void requireFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), directory.port()));
        } catch (IOException e) {
            throw new IOException(
                    "the shop cannot listen at port " + directory.port() + " (" + e.getMessage()
                            + "): choose another with -Dshop.port",
                    e);
        }
    }

    /** Returns the server's environment variables; secrets must not be in a file or on a command line. */
    private Map<String, String> configuration(Keys keys, Keys north, String sandboxUrl) {
        return Map.ofEntries(
                Map.entry("AURPAY_MP_REST_URL", sandboxUrl),
                Map.entry("AURPAY_API_TOKEN", keys.apiToken()),
                Map.entry("AURPAY_SECRET_KEY", keys.secretKey()),
                Map.entry("AURPAY_LIGHTNING_API_TOKEN", keys.lightningApiToken()),
                Map.entry("AURPAY_LIGHTNING_SECRET_KEY", keys.lightningSecretKey()),
                Map.entry("AURPAY_WEBHOOK_URL", url() + "/aurpay/callbacks"),
                Map.entry("AURPAY_WEBHOOK_TOKEN", keys.callbackToken()),
                Map.entry("AURPAY_WEBHOOK_SECRET", keys.callbackSecret()),
                Map.entry("AURPAY_ACCOUNTS", NORTH),
                Map.entry("AURPAY_ACCOUNTS_NORTH_API_TOKEN", north.apiToken()),
                Map.entry("AURPAY_ACCOUNTS_NORTH_SECRET_KEY", north.secretKey()),
                Map.entry("AURPAY_ACCOUNTS_NORTH_WEBHOOK_TOKEN", north.callbackToken()),
                Map.entry("AURPAY_ACCOUNTS_NORTH_WEBHOOK_SECRET", north.callbackSecret()),
                // with confirm, the shop knows the order ids, which it needs for refunds
                Map.entry("AURPAY_WEBHOOK_CONFIRM", "true"),
                Map.entry("AURPAY_WEBHOOK_DATASOURCE", ShopDatabase.JNDI_NAME),
                Map.entry("AURPAY_PAYMENTS_CASHIER", "true"),
                Map.entry("AURPAY_PAYMENTS_SWEEP_EVERY", "PT1S"),
                Map.entry("AURPAY_PAYMENTS_LOOKS", LOOKS),
                Map.entry("SHOP_URL", url() + "/"));
    }

    /** Waits until the server has ended, which happens only if somebody stops it. */
    void join() throws InterruptedException, IOException {
        server.join();
    }

    public void stop() {
        server.close();
    }
}
