package net.aurpay.webhook.cashier;

import java.util.List;
import java.util.Objects;
import net.aurpay.client.CryptoCurrency;

/**
 * A cryptocurrency that a customer can choose.
 *
 * @param chain for example {@code TRX}
 * @param currency for example {@code USDT-TRC20}
 */
record Coin(String chain, String currency) {
    /** Returns those that Aurpay says are usable. */
    static List<Coin> usable(List<CryptoCurrency> offered) {
        return offered.stream()
                .filter(coin -> Objects.equals(coin.status(), true))
                .filter(coin -> coin.chain() != null && coin.currency() != null)
                .map(coin -> new Coin(String.valueOf(coin.chain()), String.valueOf(coin.currency())))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return chain + "/" + currency;
    }
}
