package net.aurpay.it.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;

/** Runs the sandbox and, on Open Liberty, the shop, until it is interrupted. {@code mvn -Pdemo} starts it. */
public final class Demo {
    private Demo() {}

    /**
     * Runs until it is interrupted.
     *
     * @param arguments port of the shop, port of the sandbox, home of Open Liberty, WAR of the shop
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int shopPort = Integer.parseInt(arguments[0]);
        int sandboxPort = Integer.parseInt(arguments[1]);
        Keys keys = Keys.random("mct-07d283468bf8");
        SandboxOptions options =
                SandboxOptions.defaults().host("localhost").port(sandboxPort).merchants(List.of(keys));
        ShopServer shop = new ShopServer(Path.of(arguments[2]), Path.of(arguments[3]), shopPort);
        Runtime.getRuntime().addShutdownHook(new Thread(shop::stop));
        try (Sandbox sandbox = Sandbox.start(options)) {
            shop.start(keys, sandbox.url());
            System.out.println();
            System.out.println("    Shop     " + shop.url());
            System.out.println("    Sandbox  " + sandbox.url());
            System.out.println("    Ctrl-C stops both.");
            System.out.println();
            shop.join();
        } finally {
            shop.stop();
        }
    }
}
