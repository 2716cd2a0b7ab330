package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.OrderType;
import net.aurpay.client.Sort;
import net.aurpay.client.TestData;
import net.aurpay.client.TransactionQuery;
import net.aurpay.client.TransactionStatus;
import net.aurpay.client.TransactionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the queries of this library look like on the wire, whatever the REST client does. */
class QueryTest {
    private static final Method ORDERS = RecordedResponse.method(OrderClient.class, "orders");
    private static final Method TRANSACTIONS = RecordedResponse.method(OrderClient.class, "transactions");

    static Stream<Arguments> values() {
        return Stream.of(FakeRestClient.values())
                .flatMap(client ->
                        TestData.rows("query-encoding.json", "rows").stream().map(row -> Arguments.of(client, row)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void encodesEverythingButUnreservedCharactersAndTheColon(FakeRestClient client, JsonObject row) {
        OrderQuery query = OrderQuery.all().withChain(row.getString("value")).withPage(2);

        assertThat(client.target(ORDERS, query))
                .isEqualTo("/api/v2/order?chain=" + row.getString("encoded") + "&page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-SA-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "fa-IR"})
    void writesTheSameInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(transactions(TransactionQuery.all()
                            .withPage(10)
                            .withEventFrom(Instant.parse("2024-10-10T00:00:00Z"))
                            .withSort(Sort.DESC)))
                    .isEqualTo("page=10&st=2024-10-10T00:00:00&sort=desc");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesEveryParameterOfOrdersAsInTheVector() {
        OrderQuery query = OrderQuery.all()
                .withOrderId("20240806071926377966")
                .withStatus(OrderStatus.PENDING)
                .withOrderType(OrderType.INVOICE)
                .withChain("TRX")
                .withCurrency("USDC-TRC20")
                .withPage(2)
                .withSize(100)
                .withCreatedFrom(Instant.parse("2024-10-10T00:00:00Z"))
                .withCreatedBefore(Instant.parse("2024-10-20T00:00:00Z"));
        assertThat(TestData.rows("signature-vectors.json", "requests"))
                .extracting(vector -> vector.getString("requestTarget"))
                .contains(FakeRestClient.JERSEY.target(ORDERS, query).replace("order?", "order/?"));
    }

    @Test
    void writesEveryParameterOfTransactionsInTheOrderOfTheCollection() {
        assertThat(transactions(TransactionQuery.all()
                        .withTransactionId("158809fb-82aa-4acb-9fef-7225e2d72e40")
                        .withStatus(TransactionStatus.PENDING)
                        .withType(TransactionType.UNKOWN)
                        .withChain("ETH")
                        .withCurrency("USDT-ERC20")
                        .withPage(1)
                        .withSize(10)
                        .withEventFrom(Instant.parse("2024-10-10T00:00:00Z"))
                        .withEventUntil(Instant.parse("2024-10-23T00:00:00.999Z"))
                        .withSort(Sort.ASC)))
                .isEqualTo("tx_id=158809fb-82aa-4acb-9fef-7225e2d72e40&status=PENDING&type=UNKOWN&chain=ETH"
                        + "&currency=USDT-ERC20&page=1&size=10&st=2024-10-10T00:00:00&et=2024-10-23T00:00:00&sort=asc");
    }

    @Test
    void leavesTheQuestionMarkOutOfAnEmptyQuery() {
        assertThat(FakeRestClient.RESTEASY.target(ORDERS, OrderQuery.all())).isEqualTo("/api/v2/order");
    }

    @Test
    void spellsTheTextOfAnOpenEnum() {
        OrderQuery query = OrderQuery.all().withStatus(new OrderStatus("NEW %41{x}"));

        assertThat(FakeRestClient.JERSEY.target(ORDERS, query)).isEqualTo("/api/v2/order?status=NEW%20%2541%7Bx%7D");
    }

    /**
     * A server that verifies the raw target and a server that decodes it, strictly or as a form, must read the same.
     */
    @ParameterizedTest
    @EnumSource
    void survivesARoundTripOfRandomTexts(FakeRestClient client) throws CharacterCodingException {
        Random random = new Random(20240806);
        for (int i = 0; i < 5_000; i++) {
            String text = randomText(random);
            String target = client.target(
                    TRANSACTIONS,
                    TransactionQuery.all()
                            .withTransactionId(text)
                            .withChain(text)
                            .withCurrency("x" + text)
                            .withPage(7));
            String query = target.substring("/api/v2/tx?".length());
            assertThat(query).matches("[0-9A-Za-z._~:%&=_-]*");
            Map<String, String> read = decode(query);
            assertThat(read)
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("tx_id", text, "chain", text, "currency", "x" + text, "page", "7"));
        }
    }

    private static String transactions(TransactionQuery query) {
        return FakeRestClient.RESTEASY.target(TRANSACTIONS, query).replace("/api/v2/tx?", "");
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        while (text.codePointCount(0, text.length()) < length) {
            int bound = random.nextBoolean() ? 0x80 : 0x20000;
            int c = random.nextInt(bound);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    private static Map<String, String> decode(String query) throws CharacterCodingException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(strictly(pair.substring(0, equals)), strictly(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String strictly(String encoded) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) encoded.charAt(i));
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }
}
