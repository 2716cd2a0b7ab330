package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import net.aurpay.client.json.MoneyAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The balance of one of the merchant's own wallets. A component is null if the response lacks the field.
 *
 */
public record SelfCustodyBalance(
        @Nullable String chain,
        @JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal amount,
        @Nullable String currency) {}
