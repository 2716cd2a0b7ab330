package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackDateTest {
    @ParameterizedTest
    @CsvSource({
        "2024-06-17T00:00:00Z,             2024-06-17T00:00:00Z",
        "2024-06-17T00:00:00.1Z,           2024-06-17T00:00:00.100Z",
        "2024-06-17T00:00:00.123Z,         2024-06-17T00:00:00.123Z",
        "2024-06-17T00:00:00.123456Z,      2024-06-17T00:00:00.123456Z",
        "2024-06-17T00:00:00.123456789Z,   2024-06-17T00:00:00.123456789Z",
        "2024-06-17T00:00:00+00:00,        2024-06-17T00:00:00Z",
        "2024-06-17T00:00:00.123456+00:00, 2024-06-17T00:00:00.123456Z",
        "2024-06-17T08:00:00+08:00,        2024-06-17T00:00:00Z",
        "2024-06-16T16:30:00.5-07:30,      2024-06-17T00:00:00.500Z",
        "2024-06-17T18:00:00+18:00,        2024-06-17T00:00:00Z",
        "2024-06-16T06:00:00-18:00,        2024-06-17T00:00:00Z",
        "2024-02-29T23:59:59Z,             2024-02-29T23:59:59Z"
    })
    void reads(String text, Instant date) {
        assertThat(CallbackDate.parse(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-06-17",
                "2024-06-17T00:00:00",
                "2024-06-17 00:00:00Z",
                "2024-06-17T00:00:00 Z",
                "2024-06-17T24:00:00Z",
                "2024-06-17T00:00:60Z",
                "2023-02-29T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-06-17T00:00:00.1234567890Z",
                "2024-06-17T00:00:00+18:01",
                "2024-06-17T00:00:00+19:00",
                "2024-06-17T00:00:00+24:00",
                "2024-06-17T00:00:00+31:00",
                "2024-06-17T00:00:00.5-31:00",
                "2024-06-17T00:00:00+99:99",
                "2024-06-17T00:00:00GMT",
                "Mon, 17 Jun 2024 00:00:00 GMT",
                "1718582400",
                "20240617T000000Z",
                "\u0662\u0660\u0662\u0664-06-17T00:00:00Z",
                "2024-06-17T00:00Z",
                "2024-06-17T00:00:00.Z",
                "2024-06-17t00:00:00z",
                "2024-06-17T00:00:00+0000",
                "12024-06-17T00:00:00Z",
                "-2024-06-17T00:00:00Z",
                "2024-06-17T00:00:00ZZ",
                "now",
                ""
            })
    void rejects(String text) {
        assertThat(CallbackDate.parse(text)).isNull();
    }
}
