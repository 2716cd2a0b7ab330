package net.aurpay.client.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedMacTest {
    /** Test case 2 of RFC 4231. */
    @Test
    void computesTheSameCodeEachTime() {
        KeyedMac mac = new KeyedMac("HmacSHA256", "Jefe");
        for (int i = 0; i < 2; i++) {
            assertThat(HexFormat.of()
                            .formatHex(mac.of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        }
    }

    @Test
    void printsTheAlgorithmAndNotTheKey() {
        assertThat(new KeyedMac("HmacSHA256", "Jefe")).hasToString("KeyedMac[HmacSHA256, key hidden]");
    }
}
