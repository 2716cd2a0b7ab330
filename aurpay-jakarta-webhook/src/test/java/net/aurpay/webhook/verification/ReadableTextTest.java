package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    @Test
    void encodesWhatAColumnForAsciiCannotHold() {
        assertThat(ReadableText.ascii("a b/\u00fc\n")).isEqualTo("a b/%C3%BC%0A");
        assertThat(ReadableText.of("a b/\u00fc\n")).isEqualTo("a b/\u00fc%0A");
    }
}
