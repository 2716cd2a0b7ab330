package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemTest {
    @Test
    void anyTextBecomesOneLine() {
        assertThat(Item.of(" Big\r\nmug, <b>“ü”</b> ")).isEqualTo("Big mug, <b>“ü”</b>");
        assertThat(Item.of(null)).isEqualTo("Mug");
        assertThat(Item.of("\n")).isEqualTo("Mug");
    }

    @Test
    void isTruncatedBetweenCharacters() {
        assertThat(Item.of("☕".repeat(100))).isEqualTo("☕".repeat(80));
        assertThat(Item.of("\uD83C\uDF75".repeat(100))).isEqualTo("\uD83C\uDF75".repeat(80));
    }
}
