package net.aurpay.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds an order for a test. Each method sets the component of {@link Order} with its name; what is not set is null. Not
 * thread-safe.
 */
public final class OrderBuilder {
    private @Nullable String userId;
    private @Nullable String orderId;
    private @Nullable OrderType orderType;
    private @Nullable String platform;
    private @Nullable OrderStatus status;
    private @Nullable String chain;
    private @Nullable String chainName;
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private @Nullable BigDecimal price;
    private @Nullable String priceCurrency;
    private @Nullable String remark;
    private @Nullable Boolean refundable;
    private @Nullable String bindId;
    private @Nullable Instant createTime;
    private @Nullable Instant updateTime;
    private @Nullable String transactionId;
    private @Nullable TransactionType transactionType;
    private @Nullable BigDecimal obtained;
    private @Nullable BigDecimal fee;
    private @Nullable String fromAddress;
    private @Nullable String toAddress;
    private @Nullable String transactionHash;
    private @Nullable List<String> transactionHashes;
    private @Nullable String contractId;
    private @Nullable String website;

    OrderBuilder() {}

    public OrderBuilder userId(@Nullable String userId) {
        this.userId = userId;
        return this;
    }

    public OrderBuilder orderId(@Nullable String orderId) {
        this.orderId = orderId;
        return this;
    }

    public OrderBuilder orderType(@Nullable OrderType orderType) {
        this.orderType = orderType;
        return this;
    }

    public OrderBuilder platform(@Nullable String platform) {
        this.platform = platform;
        return this;
    }

    public OrderBuilder status(@Nullable OrderStatus status) {
        this.status = status;
        return this;
    }

    public OrderBuilder chain(@Nullable String chain) {
        this.chain = chain;
        return this;
    }

    public OrderBuilder chainName(@Nullable String chainName) {
        this.chainName = chainName;
        return this;
    }

    public OrderBuilder amount(@Nullable BigDecimal amount) {
        this.amount = amount;
        return this;
    }

    public OrderBuilder currency(@Nullable String currency) {
        this.currency = currency;
        return this;
    }

    public OrderBuilder price(@Nullable BigDecimal price) {
        this.price = price;
        return this;
    }

    public OrderBuilder priceCurrency(@Nullable String priceCurrency) {
        this.priceCurrency = priceCurrency;
        return this;
    }

    public OrderBuilder remark(@Nullable String remark) {
        this.remark = remark;
        return this;
    }

    public OrderBuilder refundable(@Nullable Boolean refundable) {
        this.refundable = refundable;
        return this;
    }

    public OrderBuilder bindId(@Nullable String bindId) {
        this.bindId = bindId;
        return this;
    }

    public OrderBuilder createTime(@Nullable Instant createTime) {
        this.createTime = createTime;
        return this;
    }

    public OrderBuilder updateTime(@Nullable Instant updateTime) {
        this.updateTime = updateTime;
        return this;
    }

    public OrderBuilder transactionId(@Nullable String transactionId) {
        this.transactionId = transactionId;
        return this;
    }

    public OrderBuilder transactionType(@Nullable TransactionType transactionType) {
        this.transactionType = transactionType;
        return this;
    }

    public OrderBuilder obtained(@Nullable BigDecimal obtained) {
        this.obtained = obtained;
        return this;
    }

    public OrderBuilder fee(@Nullable BigDecimal fee) {
        this.fee = fee;
        return this;
    }

    public OrderBuilder fromAddress(@Nullable String fromAddress) {
        this.fromAddress = fromAddress;
        return this;
    }

    public OrderBuilder toAddress(@Nullable String toAddress) {
        this.toAddress = toAddress;
        return this;
    }

    public OrderBuilder transactionHash(@Nullable String transactionHash) {
        this.transactionHash = transactionHash;
        return this;
    }

    public OrderBuilder transactionHashes(@Nullable List<String> transactionHashes) {
        this.transactionHashes = transactionHashes;
        return this;
    }

    public OrderBuilder contractId(@Nullable String contractId) {
        this.contractId = contractId;
        return this;
    }

    public OrderBuilder website(@Nullable String website) {
        this.website = website;
        return this;
    }

    /** Returns the order; the builder can go on to build another one. */
    public Order build() {
        return new Order(
                userId,
                orderId,
                orderType,
                platform,
                status,
                chain,
                chainName,
                amount,
                currency,
                price,
                priceCurrency,
                remark,
                refundable,
                bindId,
                createTime,
                updateTime,
                transactionId,
                transactionType,
                obtained,
                fee,
                fromAddress,
                toAddress,
                transactionHash,
                transactionHashes,
                contractId,
                website);
    }
}
