package net.aurpay.sandbox;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The configuration of an application that is to call one sandbox and to receive its callbacks, in the form that the
 * application's server reads. Immutable. The texts contain credentials, though only those of the sandbox; {@link #toString()}
 * does not.
 */
public final class ApplicationSettings {
    private final Map<String, String> settings;

    private ApplicationSettings(Map<String, String> settings) {
        this.settings = new TreeMap<>(settings);
    }

    static ApplicationSettings of(SandboxHandle sandbox, String webhookUrl) {
        SandboxCredentials credentials = sandbox.credentials();
        return new ApplicationSettings(Map.of(
                "aurpay/mp-rest/url", sandbox.url().toString(),
                "aurpay.api-token", credentials.apiToken(),
                "aurpay.secret-key", credentials.secretKey(),
                "aurpay.lightning.api-token", credentials.lightningApiToken(),
                "aurpay.lightning.secret-key", credentials.lightningSecretKey(),
                "aurpay.webhook.url", webhookUrl,
                "aurpay.webhook.token", credentials.callbackToken(),
                "aurpay.webhook.secret", credentials.callbackSecret()));
    }

    /** Returns a copy with one more key, or with another value of a key. */
    public ApplicationSettings with(String key, String value) {
        ApplicationSettings copy = new ApplicationSettings(settings);
        copy.settings.put(key, value);
        return copy;
    }

    /** Returns all keys with their values, unescaped; the map cannot be changed. */
    public Map<String, String> asMap() {
        return Map.copyOf(settings);
    }

    /**
     * Sets system properties of this JVM.
     *
     * @return restores what was there before
     */
    public SystemProperties setSystemProperties() {
        return SystemProperties.set(settings);
    }

    /**
     * Adds these settings to the configuration of a WAR that the build has packaged. Needs ShrinkWrap, which Arquillian
     * brings.
     *
     * @param war path of the file, such as {@code target/shop.war}; the file itself does not change
     * @return the archive to deploy, with the name of the file
     * @throws IllegalArgumentException if there is no such file
     */
    public WebArchive addTo(String war) {
        return addTo(ShrinkWrap.createFromZipFile(WebArchive.class, new File(war)));
    }

    /**
     * Adds these settings to {@code META-INF/microprofile-config.properties} among the classes of a WAR. They replace the
     * same keys of that file, and leave the others alone. Needs ShrinkWrap, which Arquillian brings.
     *
     * @return the same archive
     */
    public WebArchive addTo(WebArchive war) {
        return ArchivedConfiguration.append(war, properties());
    }

    /** Returns a {@code META-INF/microprofile-config.properties}, and a {@code bootstrap.properties} of Open Liberty. */
    public String properties() {
        return lines("", "%s=%s\n", "", ApplicationSettings::escaped);
    }

    /** Returns a file for {@code configDropins/overrides} of Open Liberty, which reads its variables as configuration. */
    public String libertyVariables() {
        return lines(
                "<server>\n", "    <variable name=\"%s\" value=\"%s\"/>\n", "</server>\n", ApplicationSettings::xml);
    }

    /** Returns the element of WildFly's {@code standalone.xml} that follows {@code extensions}. */
    public String wildFlyXml() {
        return lines(
                "<system-properties>\n",
                "    <property name=\"%s\" value=\"%s\"/>\n",
                "</system-properties>\n",
                ApplicationSettings::xml);
    }

    /** Returns commands for WildFly's {@code jboss-cli}. */
    public String wildFlyCli() {
        return lines(
                "", "/system-property=\"%s\":add(value=\"%s\")\n", "", text -> text.replaceAll("[\"\\\\]", "\\\\$0"));
    }

    private interface Escape {
        String apply(String text);
    }

    private String lines(String start, String line, String end, Escape escape) {
        return settings.entrySet().stream()
                .map(each -> String.format(line, escape.apply(each.getKey()), escape.apply(each.getValue())))
                .collect(Collectors.joining("", start, end));
    }

    /** Escapes for {@link java.util.Properties}; colons and equals signs would end a key. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\:=#!]", "\\\\$0").replace("\n", "\\n").replace(" ", "\\u0020");
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return "ApplicationSettings" + settings.keySet();
    }
}
