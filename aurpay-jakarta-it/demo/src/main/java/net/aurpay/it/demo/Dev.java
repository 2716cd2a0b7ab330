package net.aurpay.it.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the demo from the sources: as soon as a file of the shop, its page or one of the libraries is saved, the change takes
 * effect. {@code mvn -Pdev} starts it.
 */
public final class Dev {
    private Dev() {}

    /**
     * Runs until it is interrupted.
     *
     * @param arguments those of {@link Demo}, where the WAR need not exist; the project's folder; the name of the one jar
     *     that the WAR contains besides the libraries
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[5]);
        SourceFolder client = SourceFolder.of(project.resolve("aurpay-jakarta-client"), "net/aurpay/client");
        SourceFolder webhook = SourceFolder.of(project.resolve("aurpay-jakarta-webhook"), "net/aurpay/webhook");
        SourceFolder shop = SourceFolder.of(project.resolve("aurpay-jakarta-it/shop"), "net/aurpay/it/shop");
        List<SourceFolder> folders = List.of(client, webhook, shop);
        Set<Path> jars = new LinkedHashSet<>();
        for (SourceFolder folder : folders) {
            jars.addAll(folder.jars());
        }

        new LooseWar(project.resolve("aurpay-jakarta-it/shop"))
                .library("client", client.classes())
                .library("webhook", webhook.classes())
                .jars(jars.stream().filter(jar -> jar.endsWith(arguments[6])).toList())
                .write(Path.of(arguments[4]));
        Thread recompiler = new Thread(new Recompiler(folders, jars), "recompiler");
        recompiler.setDaemon(true);
        recompiler.start();
        Demo.main(Arrays.copyOf(arguments, 5));
    }
}
