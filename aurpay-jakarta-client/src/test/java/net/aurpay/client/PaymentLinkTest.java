package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentLinkTest {
    /** The invoice of 3 dollars from the examples of BOLT 11. */
    private static final String INVOICE =
            "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpuaztrnwng"
                    + "zn3kdzw5hydlzf03qdgm2hdq27cqv3agm2awhz5se903vruatfhq77w3ls4evs3ch9zw97j25emudupq63nyw24cg27h2rspfj9srp";

    /** The addresses and amounts are those of the specifications; where nothing is safe, there is no link. */
    @ParameterizedTest
    @CsvFileSource(resources = "links/links.csv", delimiter = '|', numLinesToSkip = 1)
    void linksToPayment(
            String chain,
            String currency,
            @Nullable String contract,
            String address,
            BigDecimal amount,
            @Nullable String link) {
        Payment payment = payment(address, contract, amount);

        assertThat(PaymentLink.of(payment, PaymentRequest.of(chain, currency, BigDecimal.ONE, "USD"))
                        .map(PaymentLink::qrText)
                        .orElse(null))
                .isEqualTo(link);
        assertThat(PaymentLink.of(chain, currency, payment)
                        .map(each -> each.uri().toString())
                        .orElse(null))
                .isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "BTC, BTC, , 175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W, 0.000000001",
        "ETH, ETH, , 0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d359, 0.1234567890123456789",
        "ETH, USDT-ERC20, 0xdAC17F958D2ee523a2206206994597C13D831ec7, 0x8e23ee67d1332ad560396262c48ffbb01f93d052, 1.0000001",
        "BTC, BTC, , 175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W, 0",
        "ETH, ETH, , 0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d359, -1",
        "ETH, ETH, , 0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d359, 1E+60",
        "BTC, BTC, , 175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W, 1E+999999999",
    })
    void rejectsAmountThatCannotBePaidExactly(
            String chain, String currency, @Nullable String contract, String address, BigDecimal amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentLink.of(chain, currency, payment(address, contract, amount)))
                .withMessageContaining("the amount");
    }

    @ParameterizedTest
    @CsvSource({
        "BTC, BTC, 0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d359",
        "BTC, BTC, 175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?amount=1",
        "BTC, BTC, tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        "ETH, ETH, 175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W",
        "ETH, ETH, 0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d35",
        "ETH, ETH, 0xfb6916095ca1df60bb79Ce92ce3ea74c37c5d359@137",
    })
    void rejectsAddressOfAnotherChain(String chain, String currency, String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentLink.of(chain, currency, payment(address, null, BigDecimal.ONE)))
                .withMessageEndingWith("address: <" + address + ">");
    }

    @Test
    void hasNoLinkWithoutAddressOrAmount() {
        assertThat(PaymentLink.of("ETH", "ETH", payment(null, null, BigDecimal.ONE)))
                .isEmpty();
        assertThat(PaymentLink.of("BTC", "BTC", payment("175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W", null, null)))
                .isEmpty();
    }

    @Test
    void qrCodeFallsBackToTheAddress() {
        Payment payment = payment("0x8e23ee67d1332ad560396262c48ffbb01f93d052", null, BigDecimal.ONE);

        assertThat(qrCode(payment, PaymentRequest.of("ETH", "ETH", BigDecimal.ONE, "USD")))
                .isEqualTo("ethereum:0x8e23ee67d1332ad560396262c48ffbb01f93d052@1?value=1000000000000000000");
        assertThat(qrCode(payment, PaymentRequest.of("NEW", "NEW", BigDecimal.ONE, "USD")))
                .isEqualTo("0x8e23ee67d1332ad560396262c48ffbb01f93d052");
    }

    private static String qrCode(Payment payment, PaymentRequest request) {
        return PaymentLink.of(payment, request)
                .map(PaymentLink::qrText)
                // no link: the customer enters the amount and chooses the network
                .orElse(Objects.requireNonNull(payment.address()));
    }

    @Test
    void linksToInvoiceInLowerCaseAndWritesQrCodeInUpperCase() {
        PaymentLink link = PaymentLink.of(order(INVOICE)).orElseThrow();

        assertThat(link.uri()).isEqualTo(URI.create("lightning:" + INVOICE));
        assertThat(link.qrText()).matches("[A-Z0-9:]+").isEqualToIgnoringCase("lightning:" + INVOICE);
        assertThat(PaymentLink.of(order(INVOICE.toUpperCase(Locale.ROOT)))).contains(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lnbc2500u1pvjLUEZ", "lightning:lnbc1pvjluez", "lnbc1pvjluez&amount=1", "bc1qw508d6qejxtdg", ""})
    void rejectsWhatIsNoInvoice(String invoice) {
        assertThatIllegalArgumentException().isThrownBy(() -> PaymentLink.of(order(invoice)));
    }

    @Test
    void hasNoLinkWithoutInvoice() {
        assertThat(PaymentLink.of(order(null))).isEmpty();
    }

    private static Payment payment(@Nullable String address, @Nullable String contract, @Nullable BigDecimal amount) {
        return new Payment(null, null, amount, null, null, null, address, contract, null);
    }

    private static LightningOrder order(@Nullable String invoice) {
        return new LightningOrder(null, null, null, null, invoice, null, null, null);
    }
}
