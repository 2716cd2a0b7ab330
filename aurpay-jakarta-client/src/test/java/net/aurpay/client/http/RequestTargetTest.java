package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URI;
import net.aurpay.client.AurpayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource({
        "/api/user/login, true",
        "/api/plugin/key, true",
        "/gateway/api/plugin/key, true",
        "/api/plugin/keys, false",
        "/api/v2/tx, false"
    })
    void signsEverythingButTheLogIn(String path, boolean logIn) {
        assertThat(RequestTarget.isLogIn(URI.create("https://dashboard.aurpay.net" + path)))
                .isEqualTo(logIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/order/detail/20240806071926377966",
                "/api/v2/order/refund-info/a_B-9",
                "/api/v2/order/refund/20240614061316661529",
                "/gateway/api/v2/order/refund/1",
                "/api/v2/order/",
                "/api/order/pay-url"
            })
    void leavesTargetsUnchanged(String target) {
        assertThat(RequestTarget.of(RequestTarget.withQuery(
                        URI.create("https://dashboard.aurpay.net" + target), new MultivaluedHashMap<>())))
                .isEqualTo(target);
    }

    /** Each value is an order id as it appears in a path after the JAX-RS implementation has encoded it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%20",
                "1%0A",
                "1/",
                "1/2",
                "..",
                "../refund/1",
                "1;a=b",
                "1%2F2",
                "%C3%BC",
                "1.2",
                "1+2",
                "%7Bid%7D",
                "%D9%A3",
                "x/api/v2/order/detail/1",
                "x/api/v2/order/refund/1",
                "x/api/v2/order/refund-info/1"
            })
    void rejectsAnOrderIdThatWouldBeAnotherPath(String orderId) {
        for (String path : new String[] {"detail", "refund-info", "refund"}) {
            URI uri = URI.create("https://dashboard.aurpay.net/api/v2/order/" + path + "/" + orderId);
            assertThatThrownBy(() -> RequestTarget.withQuery(uri, new MultivaluedHashMap<>()))
                    .isInstanceOfSatisfying(AurpayException.class, e -> assertThat(e.outcomeUnknown())
                            .isFalse())
                    .hasMessageContaining("order id must be letters, digits, - and _")
                    .hasMessageContaining("nothing was sent");
        }
    }

    @Test
    void keepsTheMessageAboutALongOrderIdShort() {
        URI uri = URI.create("https://dashboard.aurpay.net/api/v2/order/detail/" + "x.".repeat(5_000));
        assertThatThrownBy(() -> RequestTarget.withQuery(uri, new MultivaluedHashMap<>()))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @ParameterizedTest
    @CsvSource({
        "https://dashboard.aurpay.net/api/v2/tx?a=b:c&d=%2B, /api/v2/tx?a=b:c&d=%2B",
        "https://dashboard.aurpay.net/api/v2/order/, /api/v2/order/",
        "https://proxy.example.com:8443/x/api/v2/tx?a=1#f, /x/api/v2/tx?a=1"
    })
    void isPathAndQueryWithoutTheHost(URI uri, String target) {
        assertThat(RequestTarget.of(uri)).isEqualTo(target);
    }
}
