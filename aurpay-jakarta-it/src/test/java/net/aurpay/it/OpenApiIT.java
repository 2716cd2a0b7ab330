package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The callbacks in the server's document, with the line that Payara needs; also where the server has no MicroProfile OpenAPI. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {
    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("documented")
                .property("mp.openapi.extensions.scan.lib", true)
                .build();
    }

    @Test
    void callbacksAreDocumentedWhereTheServerDocuments() {
        HttpResponse<String> answer = new Probe(base).get("/openapi?format=JSON");

        assertThat(answer.statusCode()).isEqualTo(Server.hasOpenApi() ? 200 : 404);
        if (Server.hasOpenApi()) {
            assertDocumented(answer.body());
        }
    }

    static void assertDocumented(String document) {
        JsonObject paths = Probe.parse(document).getJsonObject("paths");
        for (String kind : List.of("succeeded", "timed-out")) {
            JsonObject path = paths.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("/callbacks/" + kind))
                    .map(entry -> entry.getValue().asJsonObject())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(document));
            assertThat(path.keySet()).containsExactlyInAnyOrder("get", "post");
            assertThat(path.getJsonObject("post").getString("summary")).startsWith("Aurpay's callback of an order");
            assertThat(path.getJsonObject("get").getJsonObject("responses").keySet())
                    .containsExactlyInAnyOrder("200", "401", "404", "409", "500", "503");
        }
    }
}
