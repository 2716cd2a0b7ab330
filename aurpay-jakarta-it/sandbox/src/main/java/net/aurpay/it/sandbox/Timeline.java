package net.aurpay.it.sandbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Items sorted by time, and by id where the time is the same; newest first, because that direction is asked for most and
 * a skip list is slow in the other one. Thread-safe; reading copies nothing and blocks nobody.
 */
final class Timeline<T> {
    private final NavigableMap<Key, T> items = new ConcurrentSkipListMap<>();

    private record Key(Instant time, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = other.time.compareTo(time);
            return byTime == 0 ? other.id.compareTo(id) : byTime;
        }
    }

    /** Adds an item, or replaces the one of the same time and id. */
    void put(Instant time, String id, T item) {
        items.put(new Key(time, id), item);
    }

    /** A view of all items, newest first. */
    Collection<T> newestFirst() {
        return items.values();
    }

    /** A view of the items in a range of time, both ends included. */
    Collection<T> between(Instant from, Instant until, boolean newestFirst) {
        if (from.isAfter(until)) {
            return List.of();
        }
        NavigableMap<Key, T> range =
                items.subMap(new Key(until, String.valueOf(Character.MAX_VALUE)), true, new Key(from, ""), true);
        return (newestFirst ? range : range.descendingMap()).values();
    }
}
