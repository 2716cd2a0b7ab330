package net.aurpay.it.paymentpage;

import java.util.Map;

/** The names of currencies and networks. Aurpay has codes only; a code without a name here is its own name. */
final class CoinNames {
    private static final Map<String, String> CURRENCIES = Map.of(
            "BTC", "Bitcoin",
            "DAI-ERC20", "Dai",
            "ETH", "Ethereum",
            "LTC", "Litecoin",
            "USDC-ERC20", "USD Coin",
            "USDC-TRC20", "USD Coin",
            "USDT-ERC20", "Tether USD",
            "USDT-TRC20", "Tether USD");

    private static final Map<String, String> NETWORKS = Map.of(
            "BSC", "BNB Smart Chain",
            "BTC", "Bitcoin",
            "ETH", "Ethereum",
            "LTC", "Litecoin",
            "TRX", "TRON");

    private CoinNames() {}

    static String ofCurrency(String code) {
        return CURRENCIES.getOrDefault(code, code);
    }

    static String ofNetwork(String code) {
        return NETWORKS.getOrDefault(code, code);
    }

    /** Such as "Tether USD on TRON"; a network's own coin needs only one name. */
    static String of(String chain, String currency) {
        String coin = ofCurrency(currency);
        String network = ofNetwork(chain);
        return coin.equals(network) ? coin : coin + " on " + network;
    }
}
