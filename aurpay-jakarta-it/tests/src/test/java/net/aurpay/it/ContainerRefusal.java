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
 * A kind of request that a server answers by itself, before the callback resource sees it.
 *
 * @param request what such a request looks like somewhere
 * @param find what to change in a good callback to get one
 * @param statuses of the server that is under test; 0 for a closed connection; empty if it passes them on
 */
record ContainerRefusal(String kind, Pattern request, String find, String replacement, Set<Integer> statuses) {
    /** All kinds, with their statuses on the server under test. */
    static List<ContainerRefusal> all() {
        String server = Server.property("arquillian.launch");
        InputStream file = Objects.requireNonNull(
                ContainerRefusal.class.getResourceAsStream("container-refusals.json"), "container-refusals.json");
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(json -> of(json, server))
                    .toList();
        }
    }

    private static ContainerRefusal of(JsonObject json, String server) {
        return new ContainerRefusal(
                json.getString("kind"),
                Pattern.compile(json.getString("request")),
                json.getString("find"),
                json.getString("replacement"),
                json.getJsonObject("statuses").getJsonArray(server).getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::intValue)
                        .collect(Collectors.toSet()));
    }

    boolean explains(WireCallback callback, RawAnswer answer) {
        return statuses.contains(answer.status())
                && request.matcher(callback.request()).find();
    }

    @Override
    public String toString() {
        return kind;
    }
}
