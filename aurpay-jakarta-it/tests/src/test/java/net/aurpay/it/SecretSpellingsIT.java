package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.aurpay.it.spelling.SpellingResource;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that every server uses a secret exactly as it was configured, from every source of configuration. */
@NeedsCallbacks
@Tag("once")
@ExtendWith(ArquillianExtension.class)
class SecretSpellingsIT {
    private static final String SPELLINGS = "spellings";
    private static final String SPELLED = "spelled";
    private static final String CALLBACKS = "https://shop.example.com/aurpay/callbacks";
    private static final String TOKEN = "$$spelled$-token,with{all}\\";
    private static final String SECRET = "spelled$$secret,with\\all}of it";

    private static final Path ROWS =
            Path.of("../../aurpay-jakarta-client/src/test/resources/net/aurpay/client/secret-spellings.json");

    @ArquillianResource
    @OperateOnDeployment(SPELLINGS)
    URI spellings;

    @ArquillianResource
    @OperateOnDeployment(SPELLED)
    URI spelled;

    @Deployment(name = SPELLINGS, testable = false)
    static WebArchive spellings() {
        ApplicationArchive archive = new ApplicationArchive(SPELLINGS).addPackageOf(SpellingResource.class);
        for (JsonObject row : rows()) {
            archive.property("file." + row.getString("name"), row.getString("raw"));
            row.getOrDefault("others", JsonObject.EMPTY_JSON_OBJECT)
                    .asJsonObject()
                    .forEach((key, value) -> archive.property(key, ((JsonString) value).getString()));
        }
        return archive.build();
    }

    @Deployment(name = SPELLED, testable = false)
    static WebArchive spelled() {
        return new ApplicationArchive(SPELLED)
                .property("aurpay.webhook.url", CALLBACKS)
                .property("aurpay.webhook.token", escaped(TOKEN))
                .property("aurpay.webhook.secret", "${the.secret}")
                .property("the.secret", escaped(SECRET))
                .build();
    }

    private static String escaped(String secret) {
        return secret.replace("\\", "\\\\").replace(",", "\\,");
    }

    static List<JsonObject> rows() {
        try {
            return Probe.parse(Files.readString(ROWS)).getJsonArray("rows").getValuesAs(JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void secretInAFileIsUsedAsWrittenOrRejected(JsonObject row) {
        assertRead("file." + row.getString("name"), row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void secretInASystemPropertyIsUsedAsWrittenOrRejected(JsonObject row) {
        String key = "system." + row.getString("name");
        URI url = spellings.resolve("probe/spellings?key=" + key);
        HttpRequest setting = HttpRequest.newBuilder(url)
                .POST(BodyPublishers.ofString(row.getString("raw")))
                .build();
        assertThat(new Probe(spellings).send(setting).statusCode()).isEqualTo(204);

        assertRead(key, row);
    }

    /** The build sets these variables to the values in the data file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma",
                "backslash",
                "dollars",
                "unknown-expression",
                "reference",
                "list-comma",
                "list-lone-backslash"
            })
    void secretInTheEnvironmentIsUsedAsWrittenOrRejected(String name) {
        JsonObject row = rows().stream()
                .filter(candidate -> candidate.getString("name").equals(name))
                .findFirst()
                .orElseThrow();

        assertRead("environment." + name, row);
    }

    @Test
    void callbackIsVerifiedWithTheConfiguredSecret() {
        assertThat(send(TOKEN, SECRET)).isEqualTo(200);
        assertThat(send(TOKEN, SECRET.replace("$$", "$"))).isEqualTo(401);
        assertThat(send(TOKEN, SECRET.replace("\\", ""))).isEqualTo(401);
        assertThat(send(TOKEN, SECRET.substring(0, SECRET.indexOf(',')))).isEqualTo(401);
        assertThat(send(TOKEN.replace("$$", "$"), SECRET)).isEqualTo(401);
    }

    private int send(String token, String secret) {
        return SignedCallback.of(URI.create(CALLBACKS + "/timed-out?reference=spelled"))
                .signedWith(token, secret)
                .sendTo(spelled.resolve("aurpay/callbacks"));
    }

    private void assertRead(String key, JsonObject row) {
        JsonObject response = Probe.parse(new Probe(spellings)
                .get("probe/spellings?key=" + key + "&several=" + row.getBoolean("several", false))
                .body());

        if (row.containsKey("used")) {
            assertThat(response).containsEntry("used", row.get("used"));
        } else {
            assertThat(response.getString(
                            "refused", "not rejected, but used: " + response.getOrDefault("used", JsonArray.NULL)))
                    .startsWith(key + " ")
                    .contains(row.getString("refused"));
        }
    }
}
