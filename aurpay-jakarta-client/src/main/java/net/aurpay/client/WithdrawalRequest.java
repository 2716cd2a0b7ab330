package net.aurpay.client;

import java.math.BigDecimal;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws from the account. {@link #toString()} hides the verification code.
 *
 * @param chain as in {@code ETH}, or {@code BLN} for Lightning
 * @param currency as in {@code USDT-ERC20}
 * @param amount in {@code currency}, above 0, at most 18 decimals; sent digit by digit as given
 * @param lightningInvoices Lightning only
 * @param verificationCode Lightning only
 */
public record WithdrawalRequest(
        String chain,
        String currency,
        BigDecimal amount,
        @JsonName("ln_invoices") @Nullable String lightningInvoices,
        @JsonName("verify_code") @Nullable String verificationCode)
        implements ApiRequest {
    public WithdrawalRequest {
        ApiRequest.notBlank("chain", chain);
        ApiRequest.notBlank("currency", currency);
        ApiRequest.positive("amount", amount);
    }

    /** A withdrawal on a chain. */
    public static WithdrawalRequest of(String chain, String currency, BigDecimal amount) {
        return new WithdrawalRequest(chain, currency, amount, null, null);
    }

    /** The same over Lightning: the invoices to pay, and the code that proves who asks. */
    public WithdrawalRequest withLightning(String lightningInvoices, String verificationCode) {
        return new WithdrawalRequest(chain, currency, amount, lightningInvoices, verificationCode);
    }

    @Override
    public String toString() {
        return "WithdrawalRequest[chain=" + chain + ", currency=" + currency + ", amount=" + amount.toPlainString()
                + "]";
    }
}
