package net.aurpay.it.invoices;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import net.aurpay.client.OrderStatus;
import org.jspecify.annotations.Nullable;

public record InvoiceQuery(
        @QueryParam("note") @Nullable String note,
        @QueryParam("tag") @Nullable List<String> tags,
        @QueryParam("status") @Nullable OrderStatus status,
        @QueryParam("due_before") @Nullable Instant dueBefore,
        @QueryParam("page") int page) {
    // Accessors that are written out do not take over the annotations, which Quarkus accepts on fields and getters
    // only.

    @Override
    public @Nullable String note() {
        return note;
    }

    @Override
    public @Nullable List<String> tags() {
        return tags;
    }

    @Override
    public @Nullable OrderStatus status() {
        return status;
    }

    @Override
    public @Nullable Instant dueBefore() {
        return dueBefore;
    }

    @Override
    public int page() {
        return page;
    }
}
