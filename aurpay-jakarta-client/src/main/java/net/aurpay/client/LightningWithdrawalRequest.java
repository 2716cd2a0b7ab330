package net.aurpay.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Pays a Lightning invoice out of the Lightning wallet.
 *
 * @param amount in BTC, above 0, at most 18 decimals; null if the invoice has an amount
 * @param lnInvoices the invoice
 */
public record LightningWithdrawalRequest(@Nullable BigDecimal amount, String lnInvoices) implements ApiRequest {
    public LightningWithdrawalRequest {
        ApiRequest.notBlank("ln_invoices", lnInvoices);
        if (amount != null) {
            ApiRequest.positive("amount", amount);
        }
    }

    /** Pays what the invoice says. */
    public static LightningWithdrawalRequest of(String lnInvoices) {
        return new LightningWithdrawalRequest(null, lnInvoices);
    }

    /** For an invoice without an amount. */
    public LightningWithdrawalRequest withAmount(BigDecimal amount) {
        return new LightningWithdrawalRequest(amount, lnInvoices);
    }
}
