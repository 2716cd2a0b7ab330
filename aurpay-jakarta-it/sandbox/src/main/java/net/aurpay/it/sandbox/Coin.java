package net.aurpay.it.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cryptocurrency to pay in. The exchange rates are invented and never change.
 *
 * @param rate price of one unit in USD
 * @param scale number of decimals in an amount
 * @param contract address of the token's contract; null for a chain's own coin
 */
public record Coin(
        String chain, String chainName, String currency, BigDecimal rate, int scale, @Nullable String contract) {
    private static final List<Coin> ALL = List.of(
            new Coin("ETH", "Ethereum", "ETH", new BigDecimal(3000), 6, null),
            new Coin("ETH", "Ethereum", "USDT-ERC20", BigDecimal.ONE, 4, "0xdAC17F958D2ee523a2206206994597C13D831ec7"),
            new Coin("ETH", "Ethereum", "USDC-ERC20", BigDecimal.ONE, 4, "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"),
            new Coin("ETH", "Ethereum", "DAI-ERC20", BigDecimal.ONE, 4, "0x6B175474E89094C44Da98b954EedeAC495271d0F"),
            new Coin("BTC", "Bitcoin", "BTC", new BigDecimal(60000), 8, null),
            new Coin("BLN", "Lightning", "BTC-LN", new BigDecimal(60000), 8, null),
            new Coin("LTC", "Litecoin", "LTC", new BigDecimal(80), 6, null),
            new Coin("BSC", "BNB Smart Chain", "BNB", new BigDecimal(500), 6, null),
            new Coin("TRX", "Tron", "USDT-TRC20", BigDecimal.ONE, 4, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
            new Coin("TRX", "Tron", "USDC-TRC20", BigDecimal.ONE, 4, "TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8"));

    static final Coin LIGHTNING = ALL.get(5);

    static Optional<Coin> find(String chain, String currency) {
        return ALL.stream()
                .filter(coin -> coin.chain.equals(chain) && coin.currency.equals(currency))
                .findFirst();
    }

    /** Converts a price in USD to this currency. */
    BigDecimal worth(BigDecimal price) {
        return price.divide(rate, scale, RoundingMode.UP);
    }

    /** Converts a price in USD, and adds a small offset that makes the payments of different orders distinguishable. */
    BigDecimal amountOf(BigDecimal price, long number) {
        return worth(price).add(BigDecimal.valueOf(1 + number % 99, scale));
    }

    String address(long number) {
        String digits = String.format("%040x", number * 0x9E3779B97F4A7C15L);
        return switch (chain) {
            case "TRX" -> "T" + digits.substring(7);
            case "BTC", "LTC" -> "tb1q" + digits.substring(2);
            default -> "0x" + digits;
        };
    }
}
