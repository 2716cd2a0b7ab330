package net.aurpay.it.benchmark.bare;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of orders as an application would write it without this library: JSON-B needs no adapters for it. */
public record PlainPage(@Nullable Integer code, @Nullable String message, @Nullable Content data) {
    /** The page itself. */
    public record Content(
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable Integer total,
            @Nullable Integer maxPage,
            @Nullable List<Order> data) {}

    /** An order with as many components as the library's own record. */
    public record Order(
            @Nullable String userId,
            @Nullable String orderId,
            @Nullable String orderType,
            @Nullable String platform,
            @Nullable String status,
            @Nullable String chain,
            @Nullable String chainName,
            @Nullable String currency,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal vsPrice,
            @Nullable String vsCurrency,
            @Nullable String remark,
            @Nullable Boolean refund,
            @Nullable String bindId,
            @Nullable LocalDateTime createTime,
            @Nullable LocalDateTime updateTime,
            @Nullable String txId,
            @Nullable String txType,
            @Nullable BigDecimal obtained,
            @Nullable BigDecimal fee,
            @Nullable String fromAddr,
            @Nullable String toAddr,
            @Nullable String txHash,
            @Nullable List<String> txHashList,
            @Nullable String contractId,
            @Nullable String website) {}
}
