package net.aurpay.client.links;

import java.util.Optional;
import java.util.stream.Stream;

/** The tokens on Ethereum whose decimals are known. The contract decides them and never changes them. */
enum Token {
    USDT("USDT-ERC20", "0xdAC17F958D2ee523a2206206994597C13D831ec7", 6),
    USDC("USDC-ERC20", "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48", 6),
    DAI("DAI-ERC20", "0x6B175474E89094C44Da98b954EedeAC495271d0F", 18),
    SHIB("SHIB-ERC20", "0x95aD61b0a150d79219dCF64E1E6Cc01f0B64C4cE", 18);

    private final String currency;
    private final String contract;
    private final int decimals;

    Token(String currency, String contract, int decimals) {
        this.currency = currency;
        this.contract = contract;
        this.decimals = decimals;
    }

    /** Both the name and the contract must match: a contract of another chain may have the same decimals. */
    static Optional<Token> find(String chain, String currency, String contract) {
        return Stream.of(values())
                .filter(each -> chain.equals("ETH") && each.currency.equals(currency))
                .filter(each -> each.contract.equalsIgnoreCase(contract))
                .findFirst();
    }

    int decimals() {
        return decimals;
    }
}
