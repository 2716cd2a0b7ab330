package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/** The page numbers and page sizes that the API accepts. */
final class PageLimits {
    private PageLimits() {}

    /** @throws IllegalArgumentException if the API does not accept the page number or the page size */
    static void check(@Nullable Integer page, @Nullable Integer size) {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page must be > 0, was <" + page + ">");
        }
        if (size != null && (size < 1 || size > 100)) {
            throw new IllegalArgumentException("size must be 1 to 100, was <" + size + ">");
        }
    }
}
