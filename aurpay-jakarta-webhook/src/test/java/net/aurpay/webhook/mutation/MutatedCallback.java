package net.aurpay.webhook.mutation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A callback as it arrives, and whether the verifier must believe it. A callback that the verifier gets wrong is saved
 * as a file, a finding.
 */
public record MutatedCallback(String urlSuffix, Map<String, List<String>> headers, boolean believed) {
    public static MutatedCallback fromJson(String text) {
        JsonObject json = Json.createReader(new StringReader(text)).readObject();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JsonObject values = json.getJsonObject("headers");
        values.keySet()
                .forEach(name -> headers.put(
                        name,
                        values.getJsonArray(name).getValuesAs(jakarta.json.JsonString.class).stream()
                                .map(jakarta.json.JsonString::getString)
                                .toList()));
        return new MutatedCallback(json.getString("urlSuffix"), headers, json.getBoolean("believed"));
    }

    public String toJson() {
        JsonObjectBuilder values = Json.createObjectBuilder();
        headers.forEach((name, list) -> values.add(name, Json.createArrayBuilder(list)));
        return Json.createObjectBuilder()
                .add("urlSuffix", urlSuffix)
                .add("headers", values)
                .add("believed", believed)
                .build()
                .toString();
    }
}
