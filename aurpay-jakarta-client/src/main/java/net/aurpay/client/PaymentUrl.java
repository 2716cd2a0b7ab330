package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the customer chooses a currency and pays. There is no order id yet: the callback names the order.
 *
 * @param payUrl the address of the page; null if the response lacks the field
 */
public record PaymentUrl(@JsonbProperty("pay_url") @Nullable URI payUrl) {}
