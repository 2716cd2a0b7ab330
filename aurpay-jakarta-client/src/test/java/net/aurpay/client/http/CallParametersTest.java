package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.aurpay.client.AurpayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;

class CallParametersTest {
    private record Filter(@QueryParam("note") String note) {}

    @Path("/api/v3/invoices")
    interface Methods {
        @GET
        @Path("/{id}")
        JsonValue invoice(
                @PathParam("id") String id,
                @QueryParam("note") String note,
                @HeaderParam("X-Trace") String trace,
                @CookieParam("c") String cookie);

        @GET
        JsonValue collections(
                @QueryParam("list") List<String> list,
                @QueryParam("set") Set<String> set,
                @QueryParam("sorted") SortedSet<String> sorted);

        @GET
        JsonValue filtered(@BeanParam Filter filter);

        @GET
        JsonValue since(@QueryParam("since") Instant since);

        @POST
        JsonValue create(JsonObject body);

        @POST
        JsonValue createWithoutBody();

        @DELETE
        void delete();

        @PUT
        @Path("/{id}")
        JsonValue put(@PathParam("id") String id, Map<String, String> body);
    }

    interface Unfit {
        @GET
        CompletionStage<JsonValue> stage();

        @GET
        CompletableFuture<JsonValue> future();

        @GET
        Uni<JsonValue> uni();

        @GET
        Publisher<JsonValue> publisher();

        @POST
        JsonValue form(@FormParam("a") String a);

        @PUT
        JsonValue putWithoutBody();

        @PATCH
        JsonValue patchWithoutBody(@PathParam("id") String id);

        @POST
        JsonValue twoBodies(JsonObject a, JsonObject b);

        @GET
        JsonValue getWithBody(JsonObject a);

        @GET
        JsonValue matrix(@MatrixParam("a") String a);

        @GET
        JsonValue encoded(@Encoded @QueryParam("a") String a);

        @GET
        JsonValue object(@PathParam("a") Object a);

        @GET
        JsonValue listInPath(@PathParam("a") List<String> a);

        @GET
        JsonValue collection(@QueryParam("a") Collection<String> a);

        @GET
        JsonValue listOfLists(@QueryParam("a") List<List<String>> a);

        @GET
        JsonValue listOfAny(@QueryParam("a") List<?> a);

        @GET
        JsonValue array(@QueryParam("a") String[] a);

        @GET
        JsonValue bean(@BeanParam Thread a);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage | an asynchronous call, which returns a CompletionStage, would neither be retried",
                "future | an asynchronous call, which returns a CompletableFuture, would neither be retried",
                "uni | an asynchronous call, which returns a Uni, would neither be retried",
                "publisher | an asynchronous call, which returns a Publisher, would neither be retried",
                "form | a body is always JSON: pass one object without an annotation in place of @FormParam",
                "putWithoutBody | a PUT must have a body, because Jersey cannot send one without",
                "patchWithoutBody | a PATCH must have a body, because Jersey cannot send one without",
                "twoBodies | only one parameter may be without an annotation",
                "getWithBody | only one parameter may be without an annotation: it is the body, and a GET has none",
                "matrix | @MatrixParam and @Encoded are not supported",
                "encoded | @MatrixParam and @Encoded are not supported",
                "object | the path parameter a must be a String",
                "listInPath | the path parameter a must be a String",
                "collection | the query parameter a must be a String",
                "listOfLists | the query parameter a must be a String",
                "listOfAny | the query parameter a must be a String",
                "array | the query parameter a must be a String",
                "bean | a @BeanParam must be a record"
            })
    void rejectsAMethodThatCannotBeCalledAsPromised(String method, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallParameters.of(RecordedResponse.method(Unfit.class, method)))
                .withMessageStartingWith("Unfit." + method + ": " + message);
    }

    @Test
    void everyRejectedMethodIsInTheTable() {
        assertThat(Unfit.class.getMethods())
                .allSatisfy(method -> assertThatIllegalArgumentException().isThrownBy(() -> CallParameters.of(method)));
        assertThat(Methods.class.getMethods())
                .allSatisfy(method -> assertThat(CallParameters.of(method)).isNotNull());
    }

    /** An interface that was not checked when the application was deployed, as on Quarkus, is checked by each call. */
    @Test
    void callOfSuchAMethodSendsNothing() {
        Map<Method, CallParameters> known = new HashMap<>();

        assertThatThrownBy(() -> CallParameters.of(RecordedResponse.method(Unfit.class, "form"), known))
                .isInstanceOfSatisfying(AurpayException.class, e -> assertThat(e.outcomeUnknown())
                        .isFalse())
                .hasMessageStartingWith("Unfit.form: a body is always JSON")
                .hasMessageEndingWith("; nothing was sent");
        assertThat(known).isEmpty();
    }

    @Test
    void readsTheParametersOfAMethodOnce() {
        Map<Method, CallParameters> known = new HashMap<>();
        Method method = RecordedResponse.method(Methods.class, "invoice");

        assertThat(CallParameters.of(method, known)).isSameAs(CallParameters.of(method, known));
    }

    @Test
    void knowsWhichMethodHasABody() {
        assertThat(Arrays.stream(Methods.class.getMethods())
                        .filter(method -> CallParameters.of(method).hasBody())
                        .map(Method::getName))
                .containsExactlyInAnyOrder("create", "put");
    }

    @Test
    void leavesTheArgumentsAsTheyAreIfNothingHasToBeSpelled() {
        Object[] arguments = {"7", null, "a b", "c d"};

        assertThat(parameters("invoice").prepare(arguments)).isSameAs(arguments);
        assertThat(parameters("createWithoutBody").prepare(null)).isNull();
    }

    @Test
    void spellsTextsInACopyAndLeavesHeadersAndTheCallersArgumentsAsTheyAre() {
        Object[] arguments = {"a/b", "x y", "a b", "c d"};

        assertThat(parameters("invoice").prepare(arguments))
                .containsExactly(SafeText.spell("a/b"), SafeText.spell("x y"), "a b", "c d");
        assertThat(arguments).containsExactly("a/b", "x y", "a b", "c d");
    }

    @Test
    void keepsTheTypeOfACollection() {
        List<String> list = List.of("x", "a b", "x");
        Set<String> set = Set.of("a b");
        SortedSet<String> sorted = new TreeSet<>(Set.of("x", "a b"));

        assertThat(parameters("collections").prepare(new Object[] {list, set, sorted}))
                .containsExactly(
                        List.of("x", SafeText.spell("a b"), "x"),
                        Set.of(SafeText.spell("a b")),
                        new TreeSet<>(Set.of("x", SafeText.spell("a b"))))
                .satisfies(prepared -> assertThat(prepared[2]).isInstanceOf(SortedSet.class));
    }

    @Test
    void leavesCollectionsOfSimpleTextsAsTheyAre() {
        Object[] arguments = {List.of("x"), Set.of("x"), null};

        assertThat(parameters("collections").prepare(arguments)).isSameAs(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../7", "a/..", "a/./b", "a\\..", "a\n/.."})
    void rejectsATextThatWouldMakeAnotherPath(String id) {
        assertRejected("invoice", "Methods.invoice: the path parameter id must not be empty", id, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "a..b", ".a", "a.", "a/.b", "..."})
    void acceptsDotsThatAreNoStep(String id) {
        assertThat(parameters("invoice").prepare(new Object[] {id, null, null, null}))
                .hasSize(4);
    }

    @Test
    void rejectsNullWhereItCannotBeSent() {
        assertRejected("invoice", "Methods.invoice: the path parameter id must not be null", null, null, null, null);
        assertRejected("create", "Methods.create: the body must not be null", new Object[] {null});
        assertRejected("filtered", "the record with the parameters Filter must not be null", new Object[] {null});
        assertRejected(
                "collections", "the query parameter list must not be null", Arrays.asList("x", null), null, null);
    }

    @Test
    void rejectsATextThatCannotBeSent() {
        assertRejected("filtered", "the query parameter note must be valid Unicode", new Filter("\uD83D"));
    }

    @ParameterizedTest
    @EnumSource
    void restClientsSendEachTextAsItIs(FakeRestClient client) {
        String text = "a b+c&d%41{x}=\u00fc/?:~_aurpay_61_";
        String encoded = "a%20b%2Bc%26d%2541%7Bx%7D%3D%C3%BC%2F%3F:~_aurpay_61_";

        assertThat(client.target(RecordedResponse.method(Methods.class, "invoice"), text, text, "", ""))
                .isEqualTo("/api/v3/invoices/" + encoded + "?note=" + encoded);
        assertThat(client.target(RecordedResponse.method(Methods.class, "filtered"), new Filter(text)))
                .isEqualTo("/api/v3/invoices?note=" + encoded);
        assertThat(client.target(
                        RecordedResponse.method(Methods.class, "since"), Instant.parse("2024-10-10T00:00:00.123Z")))
                .isEqualTo("/api/v3/invoices?since=2024-10-10T00:00:00");
    }

    private static CallParameters parameters(String method) {
        return CallParameters.of(RecordedResponse.method(Methods.class, method));
    }

    private static void assertRejected(String method, String message, @Nullable Object... arguments) {
        assertThatThrownBy(() -> parameters(method).prepare(arguments))
                .isInstanceOfSatisfying(AurpayException.class, e -> assertThat(e.outcomeUnknown())
                        .isFalse())
                .hasMessageContaining(message)
                .hasMessageEndingWith("; nothing was sent");
    }
}
