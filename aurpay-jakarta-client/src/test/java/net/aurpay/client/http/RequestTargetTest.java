package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(RequestTarget.of(RequestTarget.settled(URI.create("https://dashboard.aurpay.net" + target))))
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
            assertThatThrownBy(() -> RequestTarget.settled(uri))
                    .isInstanceOfSatisfying(AurpayException.class, e -> assertThat(e.outcomeUnknown())
                            .isFalse())
                    .hasMessageContaining("order id must be letters, digits, - and _")
                    .hasMessageContaining("nothing was sent");
        }
    }

    @Test
    void keepsTheMessageAboutALongOrderIdShort() {
        URI uri = URI.create("https://dashboard.aurpay.net/api/v2/order/detail/" + "x.".repeat(5_000));
        assertThatThrownBy(() -> RequestTarget.settled(uri))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void leavesATargetWithoutAQueryUnchanged() {
        URI uri = URI.create("https://dashboard.aurpay.net/api/v2/order/");

        assertThat(RequestTarget.settled(uri)).isSameAs(uri);
    }

    /** An escaped percent sign is no beginning of another escape. */
    @ParameterizedTest
    @CsvSource({
        "a%3Ab%3ac, a:b:c",
        "a%253Ab, a%253Ab",
        "a+b%2Bc, a%20b%2Bc",
        "a=b:c/?&&d, a=b:c/?&&d",
        "'', ''",
        "x=_aurpay_c3bc2b_&y=_aurpay__, x=%C3%BC%2B&y=",
        "x=_aurpay_c3b_&y=_aurpay_, x=_aurpay_c3b_&y=_aurpay_"
    })
    void writesColonBlankAndSpelledTextInTheQueryInOneWay(String written, String sent) {
        URI uri = URI.create("https://user@proxy.example.com:8443/x/api/v3/tx?" + written + "#f");

        assertThat(RequestTarget.settled(uri)).hasToString("https://user@proxy.example.com:8443/x/api/v3/tx?" + sent);
    }

    @Test
    void writesSpelledTextInThePath() {
        URI uri = URI.create("https://dashboard.aurpay.net/api/v3/" + SafeText.spell("a/ü:%41") + "/b+c?x=1");

        assertThat(RequestTarget.of(RequestTarget.settled(uri))).isEqualTo("/api/v3/a%2F%C3%BC:%2541/b+c?x=1");
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

    /** Quarkus writes the times of a record by itself. */
    @ParameterizedTest
    @CsvSource({
        "st=2024-10-10T00%3A00%3A00Z&x=1, st=2024-10-10T00:00:00&x=1",
        "x=1&et=2024-10-10T00:00:00.123456Z, x=1&et=2024-10-10T00:00:00",
        "note=at2024-10-10T00:00:00Z, note=at2024-10-10T00:00:00Z",
        "day=2024-10-10, day=2024-10-10"
    })
    void writesAnInstantAsAurpayDoesWhateverTheRestClientWrote(String written, String settled) {
        assertThat(RequestTarget.settled(URI.create("https://dashboard.aurpay.net/api/v2/tx?" + written)))
                .hasToString("https://dashboard.aurpay.net/api/v2/tx?" + settled);
    }
}
