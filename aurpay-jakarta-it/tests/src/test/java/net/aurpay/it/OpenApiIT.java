package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks the OpenAPI document of an application, also on servers without MicroProfile OpenAPI. */
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
    void callbacksAreNotPartOfTheApplicationsApi() {
        HttpResponse<String> response = new Probe(base).get("/openapi?format=JSON");

        assertThat(response.statusCode()).isEqualTo(Server.hasOpenApi() ? 200 : 404);
        if (Server.hasOpenApi()) {
            assertUndocumented(response.body());
        }
    }

    /**
     * Checks that the document does not show the endpoint, which is for Aurpay only and not part of the application's
     * API.
     */
    static void assertUndocumented(String document) {
        assertThat(Probe.parse(document).getJsonObject("paths").keySet())
                .isNotEmpty()
                .noneMatch(path -> path.contains("succeeded") || path.contains("timed-out"));
    }
}
