package net.aurpay.client.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VisibleAsciiTest {
    @Test
    void acceptsVisibleAsciiOnly() {
        for (char c = 0; c < 0x300; c++) {
            assertThat(VisibleAscii.isVisible("a" + c, 2))
                    .as("character %d", (int) c)
                    .isEqualTo(String.valueOf(c).matches("[\\x21-\\x7e]"));
        }
    }

    @Test
    void acceptsOneCharacterUpToTheLimit() {
        assertThat(VisibleAscii.isVisible("", 3)).isFalse();
        assertThat(VisibleAscii.isVisible("a", 3)).isTrue();
        assertThat(VisibleAscii.isVisible("abc", 3)).isTrue();
        assertThat(VisibleAscii.isVisible("abcd", 3)).isFalse();
    }

    @Test
    void namesWhatIsRejectedWithoutShowingIt() {
        assertThat(VisibleAscii.require("hush", "API key")).isEqualTo("hush");
        assertThatThrownBy(() -> VisibleAscii.require("hush hush", "API key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("API key must be visible ASCII characters without spaces");
    }
}
