package net.aurpay.it;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of request that a server rejects itself, before the callback resource sees the request.
 *
 * @param request matches such requests
 * @param find the text of a valid callback to replace, so that the callback becomes such a request
 * @param statuses with which the server under test may reject such a request; 0 for a closed connection; empty if the
 *     server passes such requests on
 */
record ContainerRejection(String kind, Pattern request, String find, String replacement, Set<Integer> statuses) {
    /** Returns all kinds, with their statuses on the server under test. */
    static List<ContainerRejection> all() {
        String server = Server.property("arquillian.launch");
        InputStream file = Objects.requireNonNull(
                ContainerRejection.class.getResourceAsStream("container-rejections.json"), "container-rejections.json");
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(json -> of(json, server))
                    .toList();
        }
    }

    private static ContainerRejection of(JsonObject json, String server) {
        return new ContainerRejection(
                json.getString("kind"),
                Pattern.compile(json.getString("request")),
                json.getString("find"),
                json.getString("replacement"),
                json.getJsonObject("statuses").getJsonArray(server).getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::intValue)
                        .collect(Collectors.toSet()));
    }

    boolean explains(WireCallback callback, RawResponse response) {
        return statuses.contains(response.status())
                && request.matcher(callback.request()).find();
    }

    @Override
    public String toString() {
        return kind;
    }
}
