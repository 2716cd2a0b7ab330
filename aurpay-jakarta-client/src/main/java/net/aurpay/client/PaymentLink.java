package net.aurpay.client;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import net.aurpay.client.links.Bitcoin;
import net.aurpay.client.links.Evm;
import org.jspecify.annotations.Nullable;

/**
 * The link that opens a customer's wallet with the address and the exact amount filled in. Immutable.
 *
 * <table>
 *   <caption>What has a link</caption>
 *   <tr><th>Paid in</th><th>Link</th></tr>
 *   <tr><td>{@code BTC} on {@code BTC}</td>
 *       <td><a href="https://github.com/bitcoin/bips/blob/master/bip-0021.mediawiki">BIP 21</a></td></tr>
 *   <tr><td>{@code ETH} on {@code ETH}, {@code BNB} on {@code BSC}</td>
 *       <td><a href="https://eips.ethereum.org/EIPS/eip-681">ERC-681</a>, chain ids 1 and 56</td></tr>
 *   <tr><td>{@code USDT-ERC20}, {@code USDC-ERC20} (6 decimals), {@code DAI-ERC20}, {@code SHIB-ERC20} (18 decimals) on
 *       {@code ETH}, if the payment names the contract of that token on Ethereum</td>
 *       <td><a href="https://eips.ethereum.org/EIPS/eip-681">ERC-681</a>, a call of {@code transfer}</td></tr>
 *   <tr><td>a Lightning invoice</td>
 *       <td><a href="https://github.com/lightning/bolts/blob/master/11-payment-encoding.md">BOLT 11</a></td></tr>
 * </table>
 *
 * <p>Nothing else has a link, because a wallet could send the money on another chain: show the address as text.
 *
 * @param uri for an HTML link
 */
public record PaymentLink(URI uri) {
    private static final Pattern INVOICE = Pattern.compile("ln[a-z0-9]+");

    public PaymentLink {
        Objects.requireNonNull(uri, "uri");
    }

    /**
     * Links to a payment.
     *
     * @param request what the payment was created with: a {@link Payment} does not name its chain
     * @return empty if the currency has no link, or if the payment lacks its address or amount
     * @throws IllegalArgumentException if the address is not one of this chain, or if the amount is not positive or has
     *     more decimals than the currency
     */
    public static Optional<PaymentLink> of(Payment payment, PaymentRequest request) {
        return of(request.chain(), request.currency(), payment);
    }

    /**
     * Links to a payment whose chain and currency you have stored.
     *
     * @param chain as in {@link CryptoCurrency#chain()}
     * @param currency as in {@link CryptoCurrency#currency()}
     * @return as {@link #of(Payment, PaymentRequest)}
     * @throws IllegalArgumentException as {@link #of(Payment, PaymentRequest)}
     */
    public static Optional<PaymentLink> of(String chain, String currency, Payment payment) {
        String address = payment.address();
        BigDecimal amount = payment.amount();
        if (address == null || amount == null) {
            return Optional.empty();
        }
        return link(chain, currency, payment.contractAddress(), address, amount).map(PaymentLink::of);
    }

    /**
     * Links to the invoice of a Lightning order. The amount is part of the invoice.
     *
     * @return empty if the order lacks its invoice
     * @throws IllegalArgumentException if the invoice is not one of BOLT 11, for example because it mixes upper and lower
     *     case
     */
    public static Optional<PaymentLink> of(LightningOrder order) {
        String invoice = order.paymentRequest();
        if (invoice == null) {
            return Optional.empty();
        }
        String lower = invoice.toLowerCase(Locale.ROOT);
        boolean oneCase = invoice.equals(lower) || invoice.equals(invoice.toUpperCase(Locale.ROOT));
        if (!oneCase || !INVOICE.matcher(lower).matches()) {
            throw new IllegalArgumentException("not a BOLT 11 invoice in one case: <" + invoice + ">");
        }
        return Optional.of(of("lightning:" + lower));
    }

    /**
     * Returns the text of a QR code: the link, and for a Lightning invoice the link in upper case, as BOLT 11 recommends,
     * because the code is then smaller.
     */
    public String qrText() {
        String text = uri.toString();
        return text.startsWith("lightning:") ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static Optional<String> link(
            String chain, String currency, @Nullable String contract, String address, BigDecimal amount) {
        if (chain.equals("BTC")) {
            return currency.equals("BTC") && contract == null
                    ? Optional.of(Bitcoin.link(address, amount))
                    : Optional.empty();
        }
        return Evm.link(chain, currency, contract, address, amount);
    }

    private static PaymentLink of(String uri) {
        return new PaymentLink(URI.create(uri));
    }
}
