package net.aurpay.it;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.base.ProviderBase;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import com.fasterxml.jackson.module.jakarta.xmlbind.JakartaXmlBindAnnotationModule;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.aurpay.it.app.AllEventsResource;
import net.aurpay.it.app.AurpayApplication;
import net.aurpay.it.app.CallResource;
import net.aurpay.it.app.CdiObserver;
import net.aurpay.it.app.EjbObserver;
import net.aurpay.it.app.EventLog;
import net.aurpay.it.app.EventResource;
import net.aurpay.it.app.ListingApplication;
import net.aurpay.it.app.OwnJackson;
import net.aurpay.it.app.OwnJsonb;
import net.aurpay.it.app.PaymentResource;
import net.aurpay.it.app.PhaseLog;
import net.aurpay.it.app.PhaseResource;
import net.aurpay.it.app.RejectionLog;
import net.aurpay.it.app.RejectionResource;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.sandbox.ApplicationSettings;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Builds the WAR under test: the probe application with both libraries in {@code WEB-INF/lib}. No other class uses
 * ShrinkWrap.
 */
final class ApplicationArchive {
    private static final String SETTINGS = "META-INF/microprofile-config.properties";

    private final Map<String, String> properties = new TreeMap<>();
    private final String name;
    private final WebArchive war;
    private final Set<String> libraries = new TreeSet<>(List.of("client.jar", "webhook.jar"));

    ApplicationArchive(String name) {
        this.name = name;
        war = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(CallResource.class.getPackage())
                .deleteClasses(OwnJsonb.class, OwnJackson.class)
                .deleteClasses(ListingApplication.class, AurpayApplication.class);
        if (!Server.takesCallbacks()) {
            libraries.remove("webhook.jar");
            war.deleteClasses(EventLog.class, EventResource.class, AllEventsResource.class, PaymentResource.class)
                    .deleteClasses(CdiObserver.class, EjbObserver.class, RejectionLog.class, RejectionResource.class)
                    .deleteClasses(PhaseLog.class, PhaseResource.class);
        }
    }

    ApplicationArchive property(String key, Object value) {
        properties.put(key, value.toString());
        return this;
    }

    /** Adds the properties in a file. */
    ApplicationArchive properties(Path file) throws IOException {
        Properties more = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            more.load(reader);
        }
        more.forEach((key, value) -> property(key.toString(), value));
        return this;
    }

    ApplicationArchive with(ApplicationSettings settings) {
        settings.asMap().forEach(this::property);
        return this;
    }

    /** Configures the sandbox as the API, and signature authentication with the credentials of its first merchant. */
    ApplicationArchive signing(Sandbox sandbox) {
        Keys keys = sandbox.keys();
        return property("aurpay/mp-rest/url", sandbox.url())
                .property("aurpay.api-token", keys.apiToken())
                .property("aurpay.secret-key", keys.secretKey())
                .property("aurpay.lightning.api-token", keys.lightningApiToken())
                .property("aurpay.lightning.secret-key", keys.lightningSecretKey());
    }

    /** Configures the sandbox as the API, and authentication by API key. */
    ApplicationArchive withKeys(Sandbox sandbox) {
        return aboveAll()
                .property("aurpay/mp-rest/url", sandbox.url())
                .property("aurpay.api-key", sandbox.keys().apiKey())
                .property("aurpay.lightning.api-key", sandbox.keys().lightningApiKey());
    }

    /** Configures the webhook for the callbacks of the sandbox's first merchant. */
    ApplicationArchive receiving(Sandbox sandbox) {
        return property("aurpay.webhook.url", callbacks())
                .property("aurpay.webhook.token", sandbox.keys().callbackToken())
                .property("aurpay.webhook.secret", sandbox.keys().callbackSecret());
    }

    /**
     * Configures the webhook under another URL, which leads to this application through a proxy, or because the test
     * says where the sandbox is to send its callbacks.
     */
    ApplicationArchive receiving(Sandbox sandbox, String url) {
        return receiving(sandbox).property("aurpay.webhook.url", url);
    }

    /** Returns the URL at which callbacks arrive in this application. */
    String callbacks() {
        return "http://localhost:" + Server.property("http.port") + "/" + name + "/aurpay/callbacks";
    }

    ApplicationArchive add(Class<?> type) {
        war.addClass(type);
        return this;
    }

    /** Adds a class that is not public, by its name. */
    ApplicationArchive add(String type) {
        war.addClass(type);
        return this;
    }

    ApplicationArchive addPackageOf(Class<?> type) {
        war.addPackage(type.getPackage());
        return this;
    }

    /** Adds Jackson to {@code WEB-INF/lib}, where the server finds it. */
    ApplicationArchive withJackson() {
        war.addClass(OwnJackson.class);
        for (Class<?> type : List.of(
                JacksonJsonProvider.class,
                ProviderBase.class,
                ObjectMapper.class,
                JsonFactory.class,
                JsonIgnore.class,
                JakartaXmlBindAnnotationModule.class)) {
            war.addAsLibrary(jarOf(type));
        }
        return this;
    }

    /** Adds the jar that contains this class. */
    ApplicationArchive addLibraryOf(Class<?> type) {
        war.addAsLibrary(jarOf(type));
        return this;
    }

    ApplicationArchive webInf(String file, String text) {
        war.addAsWebInfResource(new StringAsset(text), file);
        return this;
    }

    /** Adds a file of {@code docs} that browsers load, to the root of the application. */
    ApplicationArchive addPageFile(String file) {
        Path path = Path.of("../docs", file);
        war.addAsWebResource(path.toFile(), path.getFileName().toString());
        return this;
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    ApplicationArchive resource(String path, String text) {
        war.addAsResource(new StringAsset(text), path);
        return this;
    }

    /** @param file the name of a file in {@code docs} */
    ApplicationArchive webXml(String file) {
        war.setWebXML(Path.of("../docs", file).toFile());
        return this;
    }

    ApplicationArchive webXmlOf(String text) {
        war.setWebXML(new StringAsset(text));
        return this;
    }

    /** Removes {@code gone} and adds {@code added} instead. */
    ApplicationArchive replace(Class<?> gone, Class<?>... added) {
        war.deleteClass(gone).addClasses(added);
        return this;
    }

    /**
     * Builds an EAR of this application. Its libraries are in {@code lib/} instead of the WAR, and its configuration is
     * in a jar beside them, because some servers do not read the configuration in a WAR of an EAR.
     */
    EnterpriseArchive inEar(Set<String> shared) {
        libraries.removeAll(shared);
        return ear(shared, settings(), withLibraries());
    }

    /**
     * Builds an EAR of this application and another one, each with its own configuration in its WAR.
     *
     * @param settings properties of both applications, in {@code lib/}
     */
    EnterpriseArchive inEarWith(ApplicationArchive other, Set<String> shared, String settings) {
        libraries.removeAll(shared);
        other.libraries.removeAll(shared);
        return ear(shared, new StringAsset(settings), build(), other.build());
    }

    /**
     * Builds an EAR with an observer in an EJB module. Both libraries and the configuration are therefore in
     * {@code lib/}.
     *
     * @param web classes of the WAR
     */
    EnterpriseArchive inEarWithEjbModule(Class<?> observer, Class<?>... web) {
        return ear(
                        Set.copyOf(libraries),
                        settings(),
                        ShrinkWrap.create(WebArchive.class, name + ".war").addClasses(web))
                .addAsModule(
                        ShrinkWrap.create(JavaArchive.class, name + "-ejb.jar").addClass(observer));
    }

    private EnterpriseArchive ear(Set<String> shared, StringAsset settings, WebArchive... wars) {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name + ".ear")
                .addAsLibrary(
                        ShrinkWrap.create(JavaArchive.class, "settings.jar").addAsResource(settings, SETTINGS))
                .addAsModules(wars);
        shared.forEach(library -> ear.addAsLibrary(jar(library)));
        return ear;
    }

    /**
     * Gives the application's file precedence over the environment and the system properties, which all applications of
     * the server share.
     */
    ApplicationArchive aboveAll() {
        return property("config_ordinal", 500);
    }

    WebArchive build() {
        return withLibraries().addAsResource(settings(), SETTINGS);
    }

    private WebArchive withLibraries() {
        libraries.forEach(library -> war.addAsLibrary(jar(library)));
        return war;
    }

    private StringAsset settings() {
        StringBuilder text = new StringBuilder();
        properties.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        return new StringAsset(text.toString());
    }

    /** Writes the WAR into a folder, for a server that Arquillian does not control. */
    Path export(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name + ".war");
        build().as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static File jar(String property) {
        return new File(Server.property(property));
    }
}
