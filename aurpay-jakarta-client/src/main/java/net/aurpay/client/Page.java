package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A number is null if the response lacks the field.
 *
 * @param page number of this page, starting at 1
 * @param size how many items a page holds, 1 to 100
 * @param total how many items all pages hold together
 * @param maxPage number of the last page
 * @param items the items of this page ({@code data}); never null, unmodifiable
 */
public record Page<T>(
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable Integer total,
        @JsonbProperty("max_page") @Nullable Integer maxPage,
        @JsonbProperty("data") List<T> items) {
    public Page {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * Streams the items of all pages: {@code Page.stream(n -> orders.orders(query.withPage(n)))}. Each page is
     * requested once, when its first item is needed.
     *
     * <p>If an order is created in the meantime, the other orders move by one place, and the last order of a page
     * appears again on the next page. To get each order once, use a query whose {@code createdBefore} is not in the
     * future. The stream is sequential. If the request for a page fails, its {@link AurpayException} comes out of the
     * stream.
     *
     * @param ask requests the page with the given number, starting at 1
     */
    public static <T> Stream<T> stream(IntFunction<Page<T>> ask) {
        return StreamSupport.stream(new PageSpliterator<>(ask), false);
    }
}
