package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import net.aurpay.client.json.MoneyAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Requests a withdrawal from the account. Immutable. A value that is blank or out of range is an
 * {@link IllegalArgumentException}. {@link #toString()} hides the verification code.
 *
 * @param chain for example {@code ETH}, or {@code BLN} for Lightning
 * @param currency for example {@code USDT-ERC20}
 * @param amount in {@code currency}, greater than 0, at most 18 decimals; sent digit by digit as given
 * @param lightningInvoices the invoices to pay; for Lightning only, otherwise null
 * @param verificationCode a secret that proves who is asking; for Lightning only, otherwise null
 */
@JsonbPropertyOrder({"chain", "currency", "amount", "lightningInvoices", "verificationCode"})
public record WithdrawalRequest(
        String chain,
        String currency,
        @JsonbTypeAdapter(MoneyAdapter.class) BigDecimal amount,
        @JsonbProperty("ln_invoices") @Nullable String lightningInvoices,
        @JsonbProperty("verify_code") @Nullable String verificationCode)
        implements ApiRequest {
    public WithdrawalRequest {
        ApiRequest.notBlank("chain", chain);
        ApiRequest.notBlank("currency", currency);
        ApiRequest.positive("amount", amount);
    }

    /** Requests a withdrawal on a chain. */
    public static WithdrawalRequest of(String chain, String currency, BigDecimal amount) {
        return new WithdrawalRequest(chain, currency, amount, null, null);
    }

    /** Requests the withdrawal over Lightning, with the invoices to pay and the code that proves who is asking. */
    public WithdrawalRequest withLightning(String lightningInvoices, String verificationCode) {
        return new WithdrawalRequest(chain, currency, amount, lightningInvoices, verificationCode);
    }

    @Override
    public String toString() {
        return "WithdrawalRequest[chain=" + chain + ", currency=" + currency + ", amount=" + amount.toPlainString()
                + "]";
    }
}
