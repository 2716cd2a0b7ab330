package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({"four, four", "fives, five…", "a  b, a b"})
    void marksATextThatWasCutAndNoOther(String text, String masked) {
        assertThat(Mask.text(text, 4)).isEqualTo(masked);
    }
}
