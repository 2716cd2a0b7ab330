package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.aurpay.client.http.FailureDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTest {
    private final List<Integer> requested = new ArrayList<>();

    @Test
    void requestsEachPageOnceInOrderUpToTheLast() {
        assertThat(Page.stream(pages(5, 43, 5))).hasSize(43).isSorted().doesNotHaveDuplicates();
        assertThat(requested).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void requestsAPageOnlyWhenItsFirstItemIsNeeded() {
        Iterator<Integer> items = Page.stream(pages(5, 43, 5)).iterator();
        assertThat(requested).isEmpty();
        for (int i = 0; i < 10; i++) {
            items.next();
        }
        assertThat(requested).containsExactly(1);
        items.next();
        assertThat(requested).containsExactly(1, 2);
        assertThat(Page.stream(pages(5, 43, 5)).limit(10)).hasSize(10);
        assertThat(requested).containsExactly(1, 2, 1);
    }

    @Test
    void endsAtAnEmptyPageIfTheResponseNamesNoLastPage() {
        assertThat(Page.stream(pages(null, 43, 5))).hasSize(43);
        assertThat(requested).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void isEmptyWithoutItems() {
        assertThat(Page.stream(pages(0, 0, 0))).isEmpty();
        assertThat(Page.<Integer>stream(n -> new Page<>(n, null, null, null, List.of())))
                .isEmpty();
        assertThat(requested).containsExactly(1);
    }

    @Test
    void passesOnTheExceptionOfAPage() {
        AurpayException broken = FailureDetails.unsent("broken").exception(null);
        IntFunction<Page<Integer>> pages = pages(5, 43, 5);
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> Page.stream((int n) -> {
                            if (n == 3) {
                                throw broken;
                            }
                            return pages.apply(n);
                        })
                        .forEach(seen::add))
                .isSameAs(broken);
        assertThat(seen).hasSize(20);
    }

    @Test
    void holdsOnePageAtATime() {
        assertThat(Page.stream(pages(10_000, 100_000, 10_000)).mapToLong(i -> i).sum())
                .isEqualTo(4_999_950_000L);
        assertThat(requested).hasSize(10_000);
    }

    private IntFunction<Page<Integer>> pages(@Nullable Integer maxPage, int total, int last) {
        return n -> {
            requested.add(n);
            List<Integer> items = n > last
                    ? List.of()
                    : IntStream.range((n - 1) * 10, Math.min(total, n * 10))
                            .boxed()
                            .toList();
            return new Page<>(n, 10, total, maxPage, items);
        };
    }
}
