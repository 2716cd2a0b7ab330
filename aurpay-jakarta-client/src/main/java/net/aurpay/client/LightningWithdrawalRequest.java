package net.aurpay.client;

import java.math.BigDecimal;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * Pays a Lightning invoice out of the Lightning wallet.
 *
 * @param amount in BTC, above 0, at most 18 decimals; null if the invoice has an amount
 * @param lightningInvoices the invoice
 */
public record LightningWithdrawalRequest(@Nullable BigDecimal amount, @JsonName("ln_invoices") String lightningInvoices)
        implements ApiRequest {
    public LightningWithdrawalRequest {
        ApiRequest.notBlank("lightningInvoices", lightningInvoices);
        if (amount != null) {
            ApiRequest.positive("amount", amount);
        }
    }

    /** Pays what the invoice says. */
    public static LightningWithdrawalRequest of(String lightningInvoices) {
        return new LightningWithdrawalRequest(null, lightningInvoices);
    }

    /** For an invoice without an amount. */
    public LightningWithdrawalRequest withAmount(BigDecimal amount) {
        return new LightningWithdrawalRequest(amount, lightningInvoices);
    }
}
