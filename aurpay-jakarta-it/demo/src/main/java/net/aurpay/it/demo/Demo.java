package net.aurpay.it.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;

/** Runs the sandbox, and the shop on Open Liberty, until it is interrupted. {@code mvn -Pdemo} starts it. */
public final class Demo {
    private static final String MERCHANT = "mct-07d283468bf8";

    private Demo() {}

    /**
     * Runs until it is interrupted.
     *
     * @param arguments port of the shop, port of the sandbox, home of Open Liberty, its server.xml, WAR of the shop
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            ServerDirectory directory = ShopServer.directory(
                    Path.of(arguments[2]),
                    Path.of(arguments[3]),
                    Path.of(arguments[4]),
                    port("shop.port", arguments[0]));
            run(directory, port("sandbox.port", arguments[1]));
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            // print one sentence: for an exception, Maven would print a whole page
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(ServerDirectory directory, int sandboxPort) throws IOException, InterruptedException {
        Keys keys = Keys.random(MERCHANT);
        SandboxOptions options = SandboxOptions.defaults()
                .host("localhost")
                .port(sandboxPort)
                .merchants(List.of(keys))
                .account(ShopServer.NORTH, Keys.random("mct-north"));
        try (Sandbox sandbox = Sandbox.start(options)) {
            ShopServer shop = new ShopServer(directory, sandbox);
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(shop::stop));
                shop.start();
                System.out.printf(
                        "%n    Shop     %s%n    Sandbox  %s%n%n    Ctrl-C stops both.%n%n", shop.url(), sandbox.url());
                shop.join();
            } finally {
                shop.stop();
            }
        }
    }

    private static int port(String property, String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(property + " must be 1 to 65535, was <" + text + ">");
        }
        return port;
    }
}
