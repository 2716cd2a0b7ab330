package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    public record NewInvoice(String note, BigDecimal price) {}

    public static class Bean {
        public String getNote() {
            return "x";
        }
    }

    interface Invoices {
        @POST
        JsonValue create(NewInvoice invoice);

        @POST
        JsonValue cancel();

        @GET
        JsonValue all();
    }

    static Stream<Arguments> json() {
        return Stream.of(
                Arguments.of(
                        new NewInvoice("\u00fc", new BigDecimal("5.0E-7")),
                        "{\"note\":\"\u00fc\",\"price\":0.00000050}"),
                Arguments.of(new Bean(), "{\"note\":\"x\"}"),
                Arguments.of(Map.of("note", List.of(1, 2)), "{\"note\":[1,2]}"),
                Arguments.of(List.of(new Bean()), "[{\"note\":\"x\"}]"),
                Arguments.of(List.of("x"), "[\"x\"]"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(Json.createObjectBuilder().add("a", 1).build(), "{\"a\":1}"),
                Arguments.of(Json.createArrayBuilder().add("a").build(), "[\"a\"]"),
                Arguments.of(JsonValue.NULL, "null"),
                Arguments.of(new BigDecimal("1.50"), "1.50"));
    }

    @ParameterizedTest
    @MethodSource("json")
    void isTheJsonOfAnyTypeThatJsonBCanWrite(Object entity, String body) {
        assertThat(body("POST", "create", entity)).isEqualTo(body);
    }

    static Stream<Object> others() {
        EntityPart part = (EntityPart) Proxy.newProxyInstance(
                RequestBodyTest.class.getClassLoader(),
                new Class<?>[] {EntityPart.class},
                (proxy, method, given) -> null);
        return Stream.of(
                "{\"note\":\"x\"}",
                CharBuffer.wrap("{}"),
                new byte[] {'{', '}'},
                new ByteArrayInputStream(new byte[0]),
                new StringReader("{}"),
                new File("secret"),
                Path.of("secret"),
                new Form("note", "x"),
                new MultivaluedHashMap<>(Map.of("note", "x")),
                (StreamingOutput) out -> out.write('x'),
                part,
                List.of(part));
    }

    @ParameterizedTest
    @MethodSource("others")
    void rejectsWhatWouldBeSentAsSomethingElse(Object entity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> body("POST", "create", entity))
                .withMessageStartingWith(
                        "the body must be an object that this library writes as JSON and signs, was a <"
                                + entity.getClass().getName());
    }

    /** A REST client would send nothing, and Aurpay would read that as an empty request. */
    @Test
    void rejectsNullIfTheMethodHasABody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> body("POST", "create", null))
                .withMessage("the body must not be null");
    }

    @Test
    void isEmptyIfTheMethodHasNone() {
        assertThat(body("POST", "cancel", null)).isEmpty();
        assertThat(body("GET", "all", null)).isEmpty();
        assertThat(new String(
                        RequestBody.of(new FakeExchange("POST", "/x", null).request(), new HashMap<>()),
                        StandardCharsets.UTF_8))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void rejectsABodyOfARead(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> body(method, "all", new Bean()))
                .withMessage("a " + method + " must not have a body");
    }

    private static String body(String httpMethod, String method, @Nullable Object entity) {
        FakeExchange exchange = new FakeExchange(httpMethod, "/api/v3/invoices", entity);
        exchange.properties.put(InvokedMethod.PROPERTY, RecordedResponse.method(Invoices.class, method));
        return new String(RequestBody.of(exchange.request(), new HashMap<>()), StandardCharsets.UTF_8);
    }
}
