package net.aurpay.it;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.otlp.OtlpReceiver;
import net.aurpay.it.otlp.ReceivedSpan;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.several.OwnInterface;
import net.aurpay.it.several.StoredAccounts;

/** Runs Open Liberty as {@code docs/observability.md} configures it, and receives what it exports. */
final class ObservedServer implements AutoCloseable {
    static final String SHOP = "shop";

    /** The name of the same application with a wrong secret key. */
    static final String REJECTED = "rejected";

    private final Sandbox sandbox = Sandboxes.startWithAccounts(3);
    private final OtlpReceiver receiver = new OtlpReceiver();
    private final ServerDirectory directory;
    private final OpenLiberty server;

    private ObservedServer(boolean newest) throws IOException {
        String documented = Files.readString(Path.of("../docs/liberty/observability.xml"))
                .replace("location=\"shop.war\"", "location=\"" + export(SHOP) + "\"");
        int port = FreePort.find();
        directory = ServerDirectory.of(
                        Path.of(System.getProperty("server.home")),
                        "observed-" + port,
                        Path.of(newest ? "src/test/liberty-mp71/server.xml" : "../demo/src/main/liberty/server.xml"),
                        port)
                // MicroProfile 7.1 has these features in other versions.
                .override("observability.xml", newest ? documented.replaceAll("<feature>.*", "") : documented)
                .application(REJECTED, Path.of(export(REJECTED)));
        server = new OpenLiberty(directory, Map.of("JVM_ARGS", LibertyWithTable.QUICK));
    }

    /** @param newest with the features of MicroProfile 7.1 instead of 6.1 */
    static ObservedServer start(boolean newest) throws IOException, InterruptedException {
        ObservedServer observed = new ObservedServer(newest);
        try {
            observed.server.start("/shop/probe/control", "/rejected/probe/control");
            return observed;
        } catch (IOException | InterruptedException e) {
            observed.close();
            throw e;
        }
    }

    private String export(String name) throws IOException {
        ApplicationArchive archive = new ApplicationArchive(name)
                .signing(sandbox)
                .receiving(sandbox, "https://shop.example.com/" + name + "/aurpay/callbacks");
        Properties documented = new Properties();
        documented.load(new StringReader(Files.readString(Path.of("../docs/observability.properties"))));
        documented.forEach((key, value) -> archive.property(key.toString(), value));
        archive.property("otel.exporter.otlp.endpoint", receiver.url())
                .property("otel.logs.exporter", "none")
                .property("otel.bsp.schedule.delay", 50)
                .property("otel.metric.export.interval", 100);
        account(archive, "north", 0);
        account(archive, "south", 1);
        archive.addPackageOf(OwnInterface.class)
                .property("aurpay.accounts", "north,south,bare")
                .property("stored.stored", stored(sandbox.accounts().get(2).keys()));
        if (name.equals(REJECTED)) {
            archive.property("aurpay.secret-key", "another-secret-key")
                    .property("aurpay.accounts.south.secret-key", "another-secret-key");
        }
        return archive.export(LibertyWithTable.FOLDER).toAbsolutePath().toString();
    }

    private void account(ApplicationArchive archive, String name, int number) {
        Keys keys = sandbox.accounts().get(number).keys();
        archive.property("aurpay.accounts." + name + ".api-token", keys.apiToken())
                .property("aurpay.accounts." + name + ".secret-key", keys.secretKey());
    }

    /** Returns what {@link StoredAccounts} reads. */
    private static String stored(Keys keys) {
        return String.join(" ", keys.apiToken(), keys.secretKey(), keys.lightningApiToken(), keys.lightningSecretKey());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    OtlpReceiver receiver() {
        return receiver;
    }

    Probe probe(String application) {
        return new Probe(base(application));
    }

    URI base(String application) {
        return URI.create(server.url() + "/" + application + "/");
    }

    /** Returns the spans of this library with that name. */
    Stream<ReceivedSpan> spans(String name) {
        return receiver.spans().stream()
                .filter(span ->
                        span.scope().startsWith("aurpay.") && span.name().equals(name));
    }

    /** Waits for the span with that outcome. */
    ReceivedSpan span(String name, String outcome) throws InterruptedException {
        ShopProbe.await("span <" + name + "> with outcome <" + outcome + ">", () -> spans(name)
                .anyMatch(span -> outcome.equals(span.attributes().get("aurpay.outcome"))));
        return spans(name)
                .filter(span -> outcome.equals(span.attributes().get("aurpay.outcome")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
        sandbox.close();
        receiver.close();
        NoSecretInLogs.requireNone(directory.log());
    }
}
