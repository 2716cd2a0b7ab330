package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null                          | null",
                "0                             | PT0S",
                " 120                          | PT2M",
                "999999999                     | PT277777H46M39S",
                "9999999999                    | null",
                "-1                            | null",
                "1.5                           | null",
                "soon                          | null",
                "''                            | null",
                "Sat, 28 Nov 2026 12:00:07 GMT | PT7S",
                "Sat, 28 Nov 2026 11:59:00 GMT | PT0S",
                "Sun, 28 Nov 2026 12:00:07 GMT | null"
            })
    void readsSecondsOrADate(@Nullable String header, @Nullable Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
    }
}
