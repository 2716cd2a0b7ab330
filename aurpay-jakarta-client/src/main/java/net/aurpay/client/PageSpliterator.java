package net.aurpay.client;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Iterates over the items of all pages and holds one page at a time. */
final class PageSpliterator<T> extends Spliterators.AbstractSpliterator<T> {
    private final IntFunction<Page<T>> ask;
    private Iterator<T> items = List.<T>of().iterator();
    private int next = 1;
    private boolean last;

    PageSpliterator(IntFunction<Page<T>> ask) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.ask = ask;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (!items.hasNext() && !last) {
            turn();
        }
        if (!items.hasNext()) {
            return false;
        }
        action.accept(items.next());
        return true;
    }

    private void turn() {
        Page<T> page = ask.apply(next);
        items = page.items().iterator();
        // Without max_page, only an empty page marks the end.
        last = page.items().isEmpty() || (page.maxPage() != null && next >= page.maxPage());
        next++;
    }
}
