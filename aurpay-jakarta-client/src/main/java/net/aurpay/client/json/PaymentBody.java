package net.aurpay.client.json;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The body of any request for a payment: flat, as the API wants it, with the fields in the order in which they are
 * sent. A field that a request lacks stays null and is not sent. Not thread-safe; each conversion uses one instance.
 */
@JsonbPropertyOrder({
    "chain",
    "price",
    "currency",
    "vsCurrency",
    "vsPrice",
    "id",
    "url",
    "succeedUrl",
    "timeoutUrl",
    "callbackUrl",
    "timeoutCallback",
    "fixedEncryptPrice",
    "enablePostCallback"
})
public final class PaymentBody {
    public @Nullable String chain;

    @JsonbTypeAdapter(MoneyAdapter.class)
    public @Nullable BigDecimal price;

    public @Nullable String currency;

    @JsonbProperty("vs_currency")
    public @Nullable String vsCurrency;

    @JsonbProperty("vs_price")
    @JsonbTypeAdapter(MoneyAdapter.class)
    public @Nullable BigDecimal vsPrice;

    public @Nullable String id;
    public @Nullable URI url;

    @JsonbProperty("succeed_url")
    public @Nullable URI succeedUrl;

    @JsonbProperty("timeout_url")
    public @Nullable URI timeoutUrl;

    @JsonbProperty("callback_url")
    public @Nullable URI callbackUrl;

    @JsonbProperty("timeout_callback")
    public @Nullable URI timeoutCallback;

    @JsonbProperty("fixed_encrypt_price")
    public @Nullable Boolean fixedEncryptPrice;

    @JsonbProperty("enable_post_callback")
    public @Nullable Boolean enablePostCallback;
}
