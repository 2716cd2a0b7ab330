package net.aurpay.it.spelling;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import net.aurpay.client.http.ConfiguredSecrets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a key in the way in which the library reads a key that holds a secret. */
@Path("spellings")
public class SpellingResource {
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject read(@QueryParam("key") String key, @QueryParam("several") boolean several) {
        ConfiguredSecrets secrets = new ConfiguredSecrets(ConfigProvider.getConfig());
        try {
            List<String> used = several
                    ? secrets.several(key)
                    : secrets.single(key).stream().toList();
            return Json.createObjectBuilder()
                    .add("used", Json.createArrayBuilder(used))
                    .build();
        } catch (IllegalArgumentException e) {
            return Json.createObjectBuilder().add("refused", e.getMessage()).build();
        }
    }

    @POST
    public void setSystemProperty(@QueryParam("key") String key, String value) {
        System.setProperty(key, value);
    }
}
