package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import net.aurpay.client.json.MoneyAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a Lightning invoice is paid from the Lightning wallet. Immutable. A value that is blank or out of range
 * is an {@link IllegalArgumentException}.
 *
 * @param amount in BTC, greater than 0, at most 18 decimals; null if the invoice states an amount
 * @param lightningInvoices the invoice
 */
@JsonbPropertyOrder({"amount", "lightningInvoices"})
public record LightningWithdrawalRequest(
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @JsonbProperty("ln_invoices") String lightningInvoices)
        implements ApiRequest {
    public LightningWithdrawalRequest {
        ApiRequest.notBlank("lightningInvoices", lightningInvoices);
        if (amount != null) {
            ApiRequest.positive("amount", amount);
        }
    }

    /** Pays the amount that the invoice states. */
    public static LightningWithdrawalRequest of(String lightningInvoices) {
        return new LightningWithdrawalRequest(null, lightningInvoices);
    }

    /** Sets the amount to pay, for an invoice that states none. */
    public LightningWithdrawalRequest withAmount(BigDecimal amount) {
        return new LightningWithdrawalRequest(amount, lightningInvoices);
    }
}
