package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import net.aurpay.client.json.MoneyAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The balance of the Lightning wallet.
 *
 * @param balance in BTC; null if the response lacks the field
 */
public record LightningBalance(@JsonbTypeAdapter(MoneyAdapter.class) @Nullable BigDecimal balance) {}
