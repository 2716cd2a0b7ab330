package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import net.aurpay.client.LightningBalance;
import net.aurpay.client.Order;
import net.aurpay.client.Page;
import net.aurpay.client.json.UnexpectedFieldException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the bounds of numbers: eleven characters can stand for a number that, written out, fits into no memory. */
class NumberBoundsTest {
    static List<String> tooLarge() {
        return List.of(
                "1e999999999",
                "1e-999999999",
                "-1E+2147483647",
                "1e-2147483647",
                "1e100",
                "1e-101",
                "9".repeat(101),
                "0." + "1".repeat(101),
                "0e999999999",
                "0e-999999999");
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void numberBeyondTheBoundIsRejectedWithItsPath(String number) {
        for (String spelled : List.of(number, '"' + number + '"')) {
            assertRejected(Order.class, "{\"amount\":" + spelled + "}", "<data.amount>");
            assertRejected(LightningBalance.class, "{\"balance\":" + spelled + "}", "<data.balance>");
        }
        assertRejected(JsonObject.class, "{\"new_field\":{\"list\":[1," + number + "]}}", "<data.new_field.list[1]>");
        assertRejected(JsonValue.class, "{\"wallets\":[{\"sum\":" + number + "}]}", "<data.wallets[0].sum>");
        assertRejected(Page.class, "{\"total\":" + number + "}", "<data.total>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99", "-1e-100", "0", "0.000000000000000001", "21000000.00000001", "0E-18"})
    void numberWithinTheBoundIsShortInFull(String number) {
        Order order = (Order) Objects.requireNonNull(read(Order.class, "{\"amount\":" + number + "}"));

        assertThat(Objects.requireNonNull(order.amount()).toPlainString()).hasSizeLessThanOrEqualTo(103);
    }

    private static void assertRejected(Type type, String data, String path) {
        assertThatThrownBy(() -> read(type, data))
                .as(data)
                .isInstanceOf(UnexpectedFieldException.class)
                .hasMessageContaining(path)
                .message()
                .hasSizeLessThan(200);
    }

    private static Object read(Type type, String data) {
        JsonObject envelope =
                Json.createReader(new StringReader("{\"data\":" + data + "}")).readObject();
        return ResponseReader.read(type, envelope, null);
    }
}
