package net.aurpay.client;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.aurpay.client.json.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A number is null if the response lacks it.
 *
 * @param page number of this page, from 1
 * @param size how many items a page holds, 1 to 100
 * @param total how many items there are
 * @param maxPage number of the last page
 * @param items the items of this page ({@code data}); never null, unmodifiable
 * @param unknownFields fields that this release does not know, by the API's name
 */
public record Page<T>(
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable Integer total,
        @Nullable Integer maxPage,
        @JsonName("data") List<T> items,
        Map<String, JsonValue> unknownFields) {
    public Page {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * All items of all pages, each page asked for when its first item is needed and only once:
     * {@code Page.stream(n -> orders.orders(query.withPage(n)))}.
     *
     * <p>An order that is created meanwhile shifts the others, and the last one of a page comes again on the next. To
     * get each order once, pass a query whose {@code createdBefore} is not in the future. The stream is sequential; an
     * {@link AurpayException} of a page comes out of it.
     *
     * @param ask gives the page with that number, from 1
     */
    public static <T> Stream<T> stream(IntFunction<Page<T>> ask) {
        return StreamSupport.stream(new PageSpliterator<>(ask), false);
    }
}
