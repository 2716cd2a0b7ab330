package net.aurpay.client.links;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links of ERC-681. The chain id is always written: without it, a wallet may use the chain that it shows. */
public final class Evm {
    private static final int COIN_DECIMALS = 18;
    private static final int UINT256 = 256;
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    private Evm() {}

    /** Returns empty if the chain, the coin or the contract is unknown: then the decimals are unknown, too. */
    public static Optional<String> link(
            String chain, String currency, @Nullable String contract, String address, BigDecimal amount) {
        if (contract == null) {
            return coinChain(chain, currency).map(id -> coin(id, address, amount));
        }
        return Token.find(chain, currency, contract)
                .map(token -> transfer(1, contract, token.decimals(), address, amount));
    }

    private static Optional<Integer> coinChain(String chain, String currency) {
        return switch (chain + " " + currency) {
            case "ETH ETH" -> Optional.of(1);
            case "BSC BNB" -> Optional.of(56);
            default -> Optional.empty();
        };
    }

    static String coin(int chainId, String address, BigDecimal amount) {
        return "ethereum:" + checked(address) + "@" + chainId + "?value=" + units(amount, COIN_DECIMALS);
    }

    static String transfer(int chainId, String contract, int decimals, String address, BigDecimal amount) {
        return "ethereum:" + checked(contract) + "@" + chainId + "/transfer?address=" + checked(address) + "&uint256="
                + units(amount, decimals);
    }

    private static BigInteger units(BigDecimal amount, int decimals) {
        BigInteger units = SmallestUnits.of(amount, decimals);
        if (units.bitLength() > UINT256) {
            throw new IllegalArgumentException("the amount does not fit into a uint256: <" + amount + ">");
        }
        return units;
    }

    private static String checked(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not an Ethereum address: <" + address + ">");
        }
        return address;
    }
}
