package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/** Filters of a list: their components in snake_case are the parameters, in their order, the null ones left out. */
sealed interface ApiQuery permits OrderQuery, TransactionQuery {
    static void check(@Nullable Integer page, @Nullable Integer size) {
        if (page != null && page < 1) {
            throw new IllegalArgumentException("page must be > 0, was <" + page + ">");
        }
        if (size != null && (size < 1 || size > 100)) {
            throw new IllegalArgumentException("size must be 1 to 100, was <" + size + ">");
        }
    }
}
