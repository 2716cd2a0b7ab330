package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the client's requests and the sandbox's responses with the OpenAPI document. The requests are those that
 * {@code OperationsIT} proves the client to send on each server.
 */
class ApiContractTest {
    private static final Path REQUESTS = Path.of("../tests/src/test/resources/net/aurpay/it/operations.json");
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults()
            .merchants(List.of(Keys.random("mct-07d283468bf8")))
            .verified(true));

    private static ApiContract contract;

    @BeforeAll
    static void readDocument() throws Exception {
        contract = new ApiContract(send("GET", "/openapi.json", "").body());
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static List<JsonObject> requests() throws IOException {
        try (Reader file = Files.newBufferedReader(REQUESTS);
                JsonReader reader = Json.createReader(file)) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestOfTheClientAndItsResponseAreAsDocumented(JsonObject request) throws Exception {
        String[] line = request.getString("request").split(" ", -1);
        String body = request.getString("body", "");
        SANDBOX.restoreRecordedOrders();

        assertThat(contract.request(line[0], line[1], body)).isEmpty();
        assertResponseIsAsDocumented(line[0], line[1], body, 200);
    }

    @Test
    void responsesAboutPaidAndRefundedOrdersAreAsDocumented() throws Exception {
        for (String coin : List.of("ETH,ETH", "ETH,USDT-ERC20", "BTC,BTC")) {
            String[] names = coin.split(",", -1);
            String body = String.format(
                    "{\"chain\":\"%s\",\"currency\":\"%s\",\"vs_currency\":\"USD\",\"vs_price\":90}",
                    names[0], names[1]);
            assertResponseIsAsDocumented("POST", "/api/order/pay-info", body, 200);
            String order = SANDBOX.orders().get(0).orderId();
            SANDBOX.pay(order);
            assertResponseIsAsDocumented("GET", "/api/v2/order/detail/" + order, "", 200);
            assertResponseIsAsDocumented("POST", "/api/v2/order/refund/" + order, "", 200);
            assertResponseIsAsDocumented("GET", "/api/v2/order/detail/" + order, "", 200);
        }
        assertResponseIsAsDocumented("GET", "/api/v2/order/?page=1&size=100", "", 200);
        assertResponseIsAsDocumented("GET", "/api/v2/tx?page=1&size=100", "", 200);
    }

    @ParameterizedTest
    @CsvSource({"{},422", "'{\"price\":1,\"currency\":\"XXQ\"}',200"})
    void errorsAreAsDocumented(String body, int status) throws Exception {
        assertResponseIsAsDocumented("POST", "/api/order/pay-url", body, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":\"1\",\"currency\":\"USD\"}",
                "{\"currency\":\"USD\"}",
                "{\"price\":1,\"currency\":\"USD\",\"succend_url\":\"https://example.com\"}",
                ""
            })
    void contractRejectsOtherBodies(String body) throws Exception {
        assertThat(contract.request("POST", "/api/order/pay-url", body)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=101", "page=0", "tx_type=ORDER", "st=2024-10-10T00:00:00Z", "sort=up"})
    void contractRejectsOtherParameters(String query) throws Exception {
        assertThat(contract.request("GET", "/api/v2/tx?" + query, "")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"message\":\"ok\",\"data\":{},\"result\":true}",
                "{\"code\":0,\"message\":\"ok\",\"data\":{\"balance\":\"1\",\"more\":1},\"result\":true}",
                "{\"code\":0,\"message\":\"ok\",\"data\":{\"balance\":\"1\"},\"result\":false}",
                "{\"code\":401,\"message\":\"no\",\"result\":true}"
            })
    void contractRejectsOtherResponses(String body) throws Exception {
        assertThat(contract.response("GET", "/api/bln/balance", 200, body)).isNotEmpty();
    }

    private static void assertResponseIsAsDocumented(String method, String target, String body, int status)
            throws Exception {
        HttpResponse<String> response = send(method, target, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(contract.response(method, target, status, response.body()))
                .as(response.body())
                .isEmpty();
    }

    private static HttpResponse<String> send(String method, String target, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SANDBOX.url() + target))
                .header(
                        "API-Key",
                        target.startsWith("/api/bln/")
                                ? SANDBOX.keys().lightningApiKey()
                                : SANDBOX.keys().apiKey())
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
