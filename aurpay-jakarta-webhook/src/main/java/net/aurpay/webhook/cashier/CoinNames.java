package net.aurpay.webhook.cashier;

import java.util.Map;

/**
 * The names of the currencies and chains that Aurpay lists. The API has codes only, and more may come: a code without a name
 * here is its own name.
 */
final class CoinNames {
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("BNB", "BNB"),
            Map.entry("BTC", "Bitcoin"),
            Map.entry("BTC-LN", "Bitcoin Lightning"),
            Map.entry("DAI-ERC20", "Dai"),
            Map.entry("ETH", "Ethereum"),
            Map.entry("LTC", "Litecoin"),
            Map.entry("TRX", "TRON"),
            Map.entry("USDC-ERC20", "USD Coin"),
            Map.entry("USDC-TRC20", "USD Coin"),
            Map.entry("USDT-ERC20", "Tether USD"),
            Map.entry("USDT-TRC20", "Tether USD"));

    private static final Map<String, String> CHAINS = Map.of(
            "BLN", "Bitcoin Lightning",
            "BSC", "BNB Smart Chain",
            "BTC", "Bitcoin",
            "ETH", "Ethereum",
            "LTC", "Litecoin",
            "TRX", "TRON");

    private CoinNames() {}

    static String ofCurrency(String code) {
        return CURRENCIES.getOrDefault(code, code);
    }

    static String ofChain(String code) {
        return CHAINS.getOrDefault(code, code);
    }
}
