package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
    @ParameterizedTest
    @CsvSource({"0.50,0.50", "12,12.00", "12.5,12.50", "'12,5',12.50", "' 9.50 ',9.50", "9999.99,9999.99"})
    void readsPricesWithUpToTwoDecimals(String text, BigDecimal price) {
        assertThat(Price.of(text)).contains(price);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"0", "0.49", "-1", "+1", "1e3", "1.234", "1.", ".5", "10000", "0x10", "1 000", "NaN", "١٢", "<b>"
            })
    void rejectsAnythingElse(String text) {
        assertThat(Price.of(text)).isEmpty();
    }
}
