package net.aurpay.it.invoices;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record Invoice(
        @JsonbProperty("invoice_id") String invoiceId,
        @Nullable String note,
        BigDecimal price,
        @JsonbProperty("due_time") @Nullable Instant dueTime) {}
