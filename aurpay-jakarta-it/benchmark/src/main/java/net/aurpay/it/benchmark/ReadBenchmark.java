package net.aurpay.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.it.benchmark.bare.PlainPage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads the page of ten orders that Aurpay's collection has recorded: its bytes in, records out. Warmed up for long: on two
 * seconds, the compiler was what it measured.
 */
@State(Scope.Benchmark)
@Warmup(iterations = 30, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ReadBenchmark {
    /** Where the collection is. */
    static final String COLLECTION = "benchmark.collection";

    private final byte[] answer = recorded().getBytes(StandardCharsets.UTF_8);
    private final Type page = type();
    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    /** JSON-B (Yasson) into records of the JDK's types: no check, no adapter. */
    @Benchmark
    public PlainPage floor() {
        return jsonb.fromJson(new ByteArrayInputStream(answer), PlainPage.class);
    }

    /** The envelope judged, and the page read out of it. */
    @Benchmark
    public Object aurpay() {
        return ClientRooms.receive(page, answer);
    }

    private static Type type() {
        try {
            return OrderClient.class.getMethod("orders", OrderQuery.class).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recorded() {
        try (InputStream stream = Files.newInputStream(Path.of(System.getProperty(COLLECTION)));
                JsonReader reader = Json.createReader(stream)) {
            return item(item(reader.readObject(), "Order"), "Get Orders")
                    .getJsonArray("response")
                    .getJsonObject(0)
                    .getString("body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject item(JsonObject folder, String name) {
        return folder.getJsonArray("item").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
