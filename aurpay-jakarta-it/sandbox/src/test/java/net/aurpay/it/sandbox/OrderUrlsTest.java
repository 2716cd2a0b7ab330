package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderUrlsTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/succeeded?reference=M-1&payment=00, , M-1",
        "https://shop.example.com/succeeded?payment=00&reference=A%2F1%20%F0%9F%98%80, , A/1 😀",
        "https://shop.example.com/succeeded?reference=M-1#part, , M-1",
        ", https://shop.example.com/timed-out?reference=M-2, M-2",
        "https://shop.example.com/succeeded?id=1, https://shop.example.com/timed-out?reference=M-2, M-2",
        "https://shop.example.com/succeeded, , ",
        "https://shop.example.com/succeeded?reference=%zz, , ",
        "<img src=x>, , ",
        ", , "
    })
    void referenceIsThatOfTheCallbackUrls(@Nullable String paid, @Nullable String timedOut, @Nullable String expected) {
        assertThat(new OrderUrls(null, null, paid, timedOut, false).reference()).isEqualTo(expected);
    }
}
