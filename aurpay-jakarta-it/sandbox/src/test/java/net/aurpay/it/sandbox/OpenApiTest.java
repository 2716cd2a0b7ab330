package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks the OpenAPI document that the sandbox serves. {@code -Daurpay.openapi=write} generates it anew. */
class OpenApiTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/net/aurpay/it/sandbox/openapi.json");

    @Test
    void documentIsWhatTheCollectionGives() throws IOException {
        String generated = generate();
        if ("write".equals(System.getProperty("aurpay.openapi"))) {
            Files.writeString(DOCUMENT, generated);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("if the generator has changed on purpose, run this test with -Daurpay.openapi=write")
                .isEqualTo(generated);
    }

    @Test
    void documentIsValidOpenApi31WithThe17Operations() throws IOException {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(Files.readString(DOCUMENT));

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(parsed.getOpenAPI().getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .map(operation -> operation.getOperationId()))
                .hasSize(17)
                .doesNotHaveDuplicates();
    }

    /** A schema that is too loose cannot be seen here; {@code ApiContractTest} knows what it must reject. */
    @Test
    void examplesMatchTheirSchemas() throws IOException {
        List<String> checked = new ArrayList<>();
        JsonNode document = new ObjectMapper().readTree(Files.readString(DOCUMENT));

        check(document, "#", checked);

        assertThat(checked).hasSizeGreaterThan(20);
    }

    @Test
    void sandboxServesTheDocument() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.url() + "/openapi.json"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(response.body()).isEqualTo(Files.readString(DOCUMENT));
        }
    }

    /** Searches for media types, which have a schema and examples beside each other. */
    private static void check(JsonNode node, String pointer, List<String> checked) throws IOException {
        if (node.has("schema") && node.has("examples")) {
            String location = "urn:document" + pointer + "/schema";
            JsonSchema schema = JsonSchemaFactory.getInstance(
                            VersionFlag.V202012,
                            builder ->
                                    builder.schemaLoaders(loaders -> loaders.schemas(Map.of("urn:document", read()))))
                    .getSchema(SchemaLocation.of(location));
            for (JsonNode example : node.get("examples")) {
                assertThat(schema.validate(example.get("value"))).as(pointer).isEmpty();
                checked.add(pointer);
            }
            return;
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            check(
                    child.getValue(),
                    pointer + "/" + child.getKey().replace("~", "~0").replace("/", "~1"),
                    checked);
        }
    }

    private static String read() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generate() {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(new OpenApi().document());
        }
        return text.toString().strip() + "\n";
    }
}
