package net.aurpay.it.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The demo on the sources: whatever is saved in the shop, in its page or in one of the libraries is at work a moment
 * later. {@code mvn -Pdev} starts it.
 */
public final class Dev {
    private Dev() {}

    /**
     * Runs until it is interrupted.
     *
     * @param arguments those of {@link Demo}, the WAR being one that need not be there; the project's folder; the class
     *     path of the shop; the name of the one jar of it that belongs into the WAR
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[5]);
        SourceFolder client = SourceFolder.of(project.resolve("aurpay-jakarta-client"), "net/aurpay/client");
        SourceFolder webhook = SourceFolder.of(project.resolve("aurpay-jakarta-webhook"), "net/aurpay/webhook");
        SourceFolder shop = SourceFolder.of(project.resolve("aurpay-jakarta-it"), "net/aurpay/it/shop");
        List<Path> jars = Arrays.stream(arguments[6].split(File.pathSeparator))
                .map(Path::of)
                .toList();

        new LooseWar(project.resolve("aurpay-jakarta-it"))
                .library("client", client.classes())
                .library("webhook", webhook.classes())
                .jars(jars.stream().filter(jar -> jar.endsWith(arguments[7])).toList())
                .write(Path.of(arguments[4]));
        Thread recompiler = new Thread(new Recompiler(List.of(client, webhook, shop), jars), "recompiler");
        recompiler.setDaemon(true);
        recompiler.start();
        Demo.main(Arrays.copyOf(arguments, 5));
    }
}
