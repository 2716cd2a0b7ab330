package net.aurpay.client.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentEncodingTest {
    @Test
    void encodesEverythingExceptUnreservedCharacters() {
        assertThat(PercentEncoding.encode("a:b/\u00fc")).isEqualTo("a%3Ab%2F%C3%BC");
        assertThat(PercentEncoding.encode("a:b/\u00fc", ":")).isEqualTo("a:b%2F%C3%BC");
    }

    @Test
    void keepsTheUnreservedCharactersOfTheSpecification() {
        for (char c = 0; c < 0x300; c++) {
            assertThat(PercentEncoding.isUnreserved(c))
                    .as("character %d", (int) c)
                    .isEqualTo(String.valueOf(c).matches("[A-Za-z0-9._~-]"));
        }
    }
}
