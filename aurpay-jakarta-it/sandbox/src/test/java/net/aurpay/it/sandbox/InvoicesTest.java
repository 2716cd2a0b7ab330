package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoicesTest {
    @ParameterizedTest
    @CsvSource({
        "lnbc190440n1pnzu3jcpp5,0.00019044",
        "lnbc1554190n1pnzhprnpp5,0.00155419",
        "lnbc25m1p,0.025",
        "lnbc10u1p,0.00001",
        "lnbc2500p1p,0.0000000025",
        "lnbc21p,2",
        "lnbc1pnzusnspp500cnjq,0.00004321"
    })
    void readsTheAmountFromTheHumanReadablePart(String invoice, String amount) {
        assertThat(Invoices.amount(invoice)).isEqualByComparingTo(amount);
    }
}
