package net.aurpay.it.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.sandbox.Keys;

/** An Open Liberty of its own with the shop on it. Thread-safe. */
final class ShopServer {
    private final ServerDirectory directory;
    private final OpenLiberty server;

    ShopServer(ServerDirectory directory, Keys keys, String sandboxUrl) {
        this.directory = directory;
        this.server = new OpenLiberty(directory, configuration(keys, sandboxUrl));
    }

    String url() {
        return "http://localhost:" + directory.port() + "/shop";
    }

    /** Returns when the shop answers. */
    void start() throws IOException, InterruptedException {
        refuseTakenPort();
        Files.deleteIfExists(directory.log());
        server.start("/shop/api/purchases");
    }

    private void refuseTakenPort() throws IOException {
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

    /** For the environment: no secret in a file or on a command line. */
    private Map<String, String> configuration(Keys keys, String sandboxUrl) {
        return Map.of(
                "AURPAY_MP_REST_URL", sandboxUrl,
                "AURPAY_API_TOKEN", keys.apiToken(),
                "AURPAY_SECRET_KEY", keys.secretKey(),
                "AURPAY_LIGHTNING_API_TOKEN", keys.lightningApiToken(),
                "AURPAY_LIGHTNING_SECRET_KEY", keys.lightningSecretKey(),
                "AURPAY_WEBHOOK_URL", url() + "/aurpay/callbacks",
                "AURPAY_WEBHOOK_TOKEN", keys.callbackToken(),
                "AURPAY_WEBHOOK_SECRET", keys.callbackSecret(),
                "SHOP_URL", url() + "/");
    }

    /** Waits until the server has ended, which it does not do by itself. */
    void join() throws InterruptedException, IOException {
        server.join();
    }

    void stop() {
        server.close();
    }
}
