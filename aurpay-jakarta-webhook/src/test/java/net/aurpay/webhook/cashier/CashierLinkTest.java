package net.aurpay.webhook.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.aurpay.client.Callbacks;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.shared.KeyedMac;
import net.aurpay.webhook.Sample;
import org.junit.jupiter.api.Test;

class CashierLinkTest {
    private static final LinkSeal SEAL = new LinkSeal("", List.of(Sample.SECRET));
    private static final PaymentUrlRequest REQUEST = PaymentUrlRequest.of(new BigDecimal("12.50"), "USD")
            .withSucceedUrl(URI.create("https://shop.example.com/thanks?a=1&b=%20"))
            .withTimeoutUrl(URI.create("https://shop.example.com/late"))
            .withStablecoinAtPar(true);
    private static final CashierLink LINK = new CashierLink("A/1 \u20ac \ud83d\ude00", REQUEST, Sample.NOW);

    @Test
    void carriesEverything() {
        assertThat(CashierLink.of(LINK.sealed(SEAL), SEAL)).contains(LINK);

        CashierLink bare = new CashierLink("A1", PaymentUrlRequest.of(BigDecimal.ONE, "USD"), Sample.NOW);
        assertThat(CashierLink.of(bare.sealed(SEAL), SEAL)).contains(bare);
        CashierLink notAtPar = new CashierLink("A1", REQUEST.withStablecoinAtPar(false), Sample.NOW);
        assertThat(CashierLink.of(notAtPar.sealed(SEAL), SEAL)).contains(notAtPar);
    }

    @Test
    void needsNoEncodingInAPath() {
        assertThat(LINK.sealed(SEAL)).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String sealed = LINK.sealed(SEAL);
        for (int i = 0; i < sealed.length(); i++) {
            for (char other : "AB-_.=%/ \u00e9".toCharArray()) {
                if (sealed.charAt(i) != other) {
                    String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
                    assertThat(CashierLink.of(changed, SEAL)).as(changed).isEmpty();
                }
            }
            // The neighbour differs in the last bit, which Base64 ignores at the end of a text.
            String neighbour = sealed.substring(0, i) + (char) (sealed.charAt(i) ^ 1) + sealed.substring(i + 1);
            assertThat(CashierLink.of(neighbour, SEAL)).as(neighbour).isEmpty();
            assertThat(CashierLink.of(sealed.substring(0, i), SEAL)).isEmpty();
        }
        assertThat(CashierLink.of(sealed + "A", SEAL)).isEmpty();
        assertThat(CashierLink.of(sealed + "=", SEAL)).isEmpty();
        assertThat(CashierLink.of("A".repeat(5000), SEAL)).isEmpty();
    }

    @Test
    void linksOfThePreviousSecretStayValid() {
        LinkSeal rotated = new LinkSeal("", List.of("callback-secret-2", Sample.SECRET));

        assertThat(CashierLink.of(LINK.sealed(SEAL), rotated)).contains(LINK);
        assertThat(CashierLink.of(LINK.sealed(rotated), SEAL)).isEmpty();
        assertThat(CashierLink.of(LINK.sealed(rotated), new LinkSeal("", List.of("callback-secret-2"))))
                .contains(LINK);
    }

    @Test
    void aLinkOfAnotherAccountIsNotValidEvenWithTheSameSecret() {
        LinkSeal north = new LinkSeal("north", List.of(Sample.SECRET));
        LinkSeal south = new LinkSeal("south", List.of(Sample.SECRET));

        assertThat(CashierLink.of(LINK.sealed(north), north)).contains(LINK);
        assertThat(CashierLink.of(LINK.sealed(north), south)).isEmpty();
        assertThat(CashierLink.of(LINK.sealed(north), SEAL)).isEmpty();
        assertThat(CashierLink.of(LINK.sealed(SEAL), north)).isEmpty();
        assertThat(CashierLink.of(LINK.sealed(north), new LinkSeal("north", List.of())))
                .isEmpty();
    }

    /** Otherwise anything that Aurpay signs with the callback secret could become a link. */
    @Test
    void theCallbackSecretItselfSignsNoLink() {
        String text = LINK.sealed(SEAL).replaceFirst("\\..*", "");
        byte[] mac = new KeyedMac("HmacSHA256", Sample.SECRET).of(text.getBytes(StandardCharsets.US_ASCII));

        assertThat(CashierLink.of(
                        text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac), SEAL))
                .isEmpty();
    }

    @Test
    void showsNoSecret() {
        assertThat(new CashierConfig("https://shop.example.com/aurpay/cashier/", SEAL).toString())
                .doesNotContain(Sample.SECRET)
                .contains("1 hidden");
    }

    @Test
    void rejectsWhatAnOrderCannotHave() {
        assertThatThrownBy(() -> new CashierLink("A1", REQUEST.withOrigin("1", null), Sample.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("origin");
        Callbacks callbacks = new Callbacks(URI.create("https://a/s"), URI.create("https://a/t"), false);
        assertThatThrownBy(() -> new CashierLink("A1", REQUEST.withCallbacks(callbacks), Sample.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("callbacks");
        assertThatThrownBy(() -> new CashierLink("A1", REQUEST.withPostCallbacks(true), Sample.NOW))
                .isInstanceOf(IllegalArgumentException.class);
        for (int length : new int[] {4000, 70_000}) {
            URI url = URI.create("https://a/" + "x".repeat(length));
            CashierLink link = new CashierLink("A1", REQUEST.withSucceedUrl(url), Sample.NOW);
            assertThatThrownBy(() -> link.sealed(SEAL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("shorten the redirects");
        }
    }
}
