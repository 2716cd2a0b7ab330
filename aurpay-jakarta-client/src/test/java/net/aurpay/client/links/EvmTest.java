package net.aurpay.client.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The second example of ERC-681, with the chain id that this library always writes. */
class EvmTest {
    @Test
    void requestsUnicorn() {
        assertThat(Evm.transfer(
                        1,
                        "0x89205a3a3b2a69de6dbf7f01ed13b2108b2c43e7",
                        0,
                        "0x8e23ee67d1332ad560396262c48ffbb01f93d052",
                        BigDecimal.ONE))
                .isEqualTo("ethereum:0x89205a3a3b2a69de6dbf7f01ed13b2108b2c43e7@1/transfer"
                        + "?address=0x8e23ee67d1332ad560396262c48ffbb01f93d052&uint256=1");
    }
}
