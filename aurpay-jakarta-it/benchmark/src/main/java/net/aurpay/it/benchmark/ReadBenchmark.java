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
 * Reads the page of ten orders that Aurpay's collection has recorded: takes its bytes, returns records. The warm-up is long,
 * because with two seconds the benchmark measured the JIT compiler.
 */
@State(Scope.Benchmark)
@Warmup(iterations = 30, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ReadBenchmark {
    /** System property with the path of the collection. */
    static final String COLLECTION = "benchmark.collection";

    private final byte[] response = recorded().getBytes(StandardCharsets.UTF_8);
    private final Type page = type();
    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    /** Parses with JSON-B (Yasson) into records of the JDK's types, without checks and adapters. */
    @Benchmark
    public PlainPage floor() {
        return jsonb.fromJson(new ByteArrayInputStream(response), PlainPage.class);
    }

    /** Checks the envelope and reads the page in it. */
    @Benchmark
    public Object aurpay() {
        return ClientInternals.receive(page, response);
    }

    static Type type() {
        try {
            return OrderClient.class.getMethod("orders", OrderQuery.class).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static String recorded() {
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
