package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import net.aurpay.client.Callbacks;
import net.aurpay.client.LightningOrderRequest;
import net.aurpay.client.LightningWithdrawalRequest;
import net.aurpay.client.Order;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.TestData;
import net.aurpay.client.WithdrawalRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBindingTest {
    /** As an application would create it. */
    private static final Jsonb ANY = JsonbBuilder.create();

    private static final Callbacks CALLBACKS =
            new Callbacks(URI.create("https://a/paid"), URI.create("https://a/late"), true);

    static List<Record> requests() {
        return List.of(
                PaymentUrlRequest.of(new BigDecimal("5E-7"), "USD")
                        .withOrigin("7", URI.create("https://a/7"))
                        .withCallbacks(CALLBACKS),
                PaymentRequest.of("ETH", "USDT-ERC20", new BigDecimal("18.00"), "USD")
                        .withCallbacks(CALLBACKS)
                        .withSucceedUrl(URI.create("https://a/thanks"))
                        .withTimeoutUrl(URI.create("https://a/sorry"))
                        .withStablecoinAtPar(true),
                PaymentRequest.of("BTC", "BTC", BigDecimal.ONE, "USD"),
                LightningOrderRequest.of(BigDecimal.TEN, "USD").withSucceedUrl(URI.create("https://a/thanks")),
                WithdrawalRequest.of("BLN", "BTC", BigDecimal.ONE).withLightning("lnbc1", "123456"),
                LightningWithdrawalRequest.of("lnbc1").withAmount(new BigDecimal("0.1")));
    }

    @AfterAll
    static void close() throws Exception {
        ANY.close();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestComesBackFromTheJsonOfAnyJsonb(Record request) {
        String json = ANY.toJson(request);

        Record back = ANY.fromJson(json, request.getClass());

        assertThat(back).isEqualTo(request);
        assertThat(ANY.toJson(back)).isEqualTo(json);
    }

    @Test
    void orderComesBackFromTheJsonOfAnyJsonb() {
        Order order = JsonBinding.get().read(Order.class, TestData.json("callback-order.json"));
        assertThat(ANY.fromJson(ANY.toJson(order), Order.class)).isEqualTo(order);
    }

    @Test
    void requestInTheJsonOfAnyJsonbIsChecked() {
        assertThatThrownBy(() -> ANY.fromJson("{\"price\":-1,\"currency\":\"USD\"}", PaymentUrlRequest.class))
                .hasRootCauseMessage("price must be > 0, was <-1>");
    }

    @Test
    void bodyThatCannotBeWrittenIsAnError() {
        assertThatThrownBy(() -> JsonBinding.get().write(new Unwritable()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Unwritable.class.getName());
    }

    @Test
    void valueThatIsAbsentIsNullOrTheNullOfJson() {
        for (JsonValue absent : new JsonValue[] {null, JsonValue.NULL}) {
            assertThat(JsonBinding.get().read(Order.class, "data", absent)).isNull();
            assertThat(JsonBinding.get().read(JsonObject.class, "data", absent)).isNull();
            assertThat(JsonBinding.get().read(JsonValue.class, "data", absent)).isSameAs(JsonValue.NULL);
        }
    }

    @Test
    void jsonIsReadAsItIs() {
        JsonObject object = Json.createObjectBuilder().add("a", 1).build();
        assertThat(JsonBinding.get().read(JsonObject.class, "data", object)).isSameAs(object);
        assertThat(JsonBinding.get().read(JsonValue.class, "data", object)).isSameAs(object);
    }

    /** As on a thread of a common pool, whose class loader does not see the server. */
    @Test
    void serviceIsLookedUpWithTheClassLoaderOfTheLibraryIfThatOfTheThreadFails() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader library = JsonP.class.getClassLoader();
        thread.setContextClassLoader(parent());
        try {
            ClassLoader seen = JsonP.look(() -> {
                if (thread.getContextClassLoader() != library) {
                    throw new IllegalStateException("not here");
                }
                return thread.getContextClassLoader();
            });
            assertThat(seen).isSameAs(library);
            assertThat(thread.getContextClassLoader()).isSameAs(parent());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void failureToFindJsonBIsNotRemembered() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(classPath(jar -> !jar.contains("yasson")), parent());
                URLClassLoader server = new URLClassLoader(classPath(jar -> jar.contains("yasson")), application)) {
            thread.setContextClassLoader(application);
            assertThatThrownBy(() -> get(application))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the feature jsonb-3.0");

            thread.setContextClassLoader(server);
            Object found = get(application);
            thread.setContextClassLoader(parent());
            assertThat(get(application)).isSameAs(found);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object get(ClassLoader application) throws ReflectiveOperationException {
        try {
            return application
                    .loadClass(JsonBinding.class.getName())
                    .getMethod("get")
                    .invoke(null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalStateException thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private static ClassLoader parent() {
        return ClassLoader.getPlatformClassLoader();
    }

    private static URL[] classPath(Predicate<String> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .map(JsonBindingTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static final class Unwritable {
        @SuppressWarnings("DoNotCallSuggester") // JSON-B calls it.
        public String getText() {
            throw new UnsupportedOperationException("a secret");
        }
    }
}
