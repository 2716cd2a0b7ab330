package net.aurpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ApplicationSettingsTest {
    private static final String ODD = "a \\ \"b\" <c> & d=e:f#g!";

    private final SandboxHandle sandbox = SandboxHandle.start();
    private final ApplicationSettings settings =
            sandbox.settings("http://localhost:9080/shop/aurpay/callbacks").with("shop.odd", ODD);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void nameTheSandboxItsCredentialsAndTheCallbacks() {
        assertThat(settings.asMap())
                .containsEntry("aurpay/mp-rest/url", sandbox.url().toString())
                .containsEntry("aurpay.api-token", sandbox.credentials().apiToken())
                .containsEntry("aurpay.secret-key", sandbox.credentials().secretKey())
                .containsEntry("aurpay.webhook.url", "http://localhost:9080/shop/aurpay/callbacks")
                .containsEntry("aurpay.webhook.token", sandbox.credentials().callbackToken())
                .containsEntry("aurpay.webhook.secret", sandbox.credentials().callbackSecret())
                .containsEntry("shop.odd", ODD);
    }

    @Test
    void arePropertiesThatJavaReadsBack() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(settings.properties()));

        assertThat(read).containsExactlyInAnyOrderEntriesOf(new HashMap<>(settings.asMap()));
    }

    @Test
    void replaceKeysOfAnArchiveAndLeaveTheOthers(@TempDir Path folder) throws IOException {
        String before = "aurpay.webhook.url=https://shop.example.com/aurpay/callbacks\nshop.name=Caf\u00e9 \\";
        File war = folder.resolve("shop.war").toFile();
        ShrinkWrap.create(WebArchive.class)
                .addAsResource(new StringAsset(before), "META-INF/microprofile-config.properties")
                .as(ZipExporter.class)
                .exportTo(war);

        WebArchive archive = settings.addTo(war.getPath());

        Map<String, String> expected = new HashMap<>(settings.asMap());
        expected.put("shop.name", "Caf\u00e9 ");
        assertThat(configuration(archive)).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(archive.getName()).isEqualTo("shop.war");
    }

    @Test
    void areTheConfigurationOfAnArchiveThatHasNone() throws IOException {
        WebArchive archive = ShrinkWrap.create(WebArchive.class);

        assertThat(settings.addTo(archive)).isSameAs(archive);

        assertThat(configuration(archive)).containsExactlyInAnyOrderEntriesOf(new HashMap<>(settings.asMap()));
    }

    /** A test without Arquillian has no ShrinkWrap. */
    @Test
    void needShrinkWrapForArchivesOnly() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (WithoutShrinkWrap loader = new WithoutShrinkWrap()) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> type = loader.loadClass(SandboxHandle.class.getName());
            try (AutoCloseable handle = (AutoCloseable) type.getMethod("start").invoke(null)) {
                Object without = type.getMethod("settings", String.class).invoke(handle, "http://localhost/callbacks");

                assertThat(without.getClass().getClassLoader()).isSameAs(loader);
                assertThat(without.toString()).contains("aurpay.webhook.url");
                assertThatThrownBy(() -> loader.loadClass(WebArchive.class.getName()))
                        .isInstanceOf(ClassNotFoundException.class);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void areXmlForLibertyAndWildFly() throws Exception {
        assertThat(read(settings.libertyVariables(), "server", "variable")).isEqualTo(settings.asMap());
        assertThat(read(settings.wildFlyXml(), "system-properties", "property")).isEqualTo(settings.asMap());
    }

    @Test
    void areCommandsForWildFly() {
        Map<String, String> read = new TreeMap<>();
        Pattern.compile("/system-property=\"(.*)\":add\\(value=\"(.*)\"\\)")
                .matcher(settings.wildFlyCli())
                .results()
                .forEach(command -> read.put(command.group(1), command.group(2).replaceAll("\\\\(.)", "$1")));

        assertThat(read).isEqualTo(settings.asMap());
    }

    @Test
    void areSystemPropertiesUntilClosed() {
        System.setProperty("shop.odd", "before");
        try (SystemProperties set = settings.setSystemProperties()) {
            assertThat(set).isNotNull();
            assertThat(System.getProperty("shop.odd")).isEqualTo(ODD);
            assertThat(System.getProperty("aurpay.webhook.token"))
                    .isEqualTo(sandbox.credentials().callbackToken());
        }
        assertThat(System.getProperty("shop.odd")).isEqualTo("before");
        assertThat(System.getProperty("aurpay.webhook.token")).isNull();
        System.clearProperty("shop.odd");
    }

    private static Properties configuration(WebArchive archive) throws IOException {
        Properties read = new Properties();
        try (Reader file = new InputStreamReader(
                archive.get("WEB-INF/classes/META-INF/microprofile-config.properties")
                        .getAsset()
                        .openStream(),
                StandardCharsets.UTF_8)) {
            read.load(file);
        }
        return read;
    }

    private static Map<String, String> read(String xml, String root, String name) throws Exception {
        Element document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(document.getTagName()).isEqualTo(root);
        NodeList elements = document.getElementsByTagName(name);
        Map<String, String> read = new HashMap<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            read.put(element.getAttribute("name"), element.getAttribute("value"));
        }
        return read;
    }
}
