package net.aurpay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource({
        "/shop/aurpay/callbacks/succeeded?a=b,              /succeeded?a=b",
        "/aurpay/callbacks/timed-out,                       /timed-out",
        "/callbacks/aurpay/callbacks/succeeded?a=/callbacks/timed-out, /succeeded?a=/callbacks/timed-out",
        "/aurpay/callbacks/%73ucceeded,                     /%73ucceeded",
        "/aurpay/callbacks//succeeded,                      //succeeded",
        "/aurpay/callbacks/succeeded/?,                     /succeeded/?",
        "/aurpay/other?x=/callbacks/succeeded,              ''",
        "'',                                                ''"
    })
    void takesWhatFollowsTheResource(String target, String rest) {
        assertThat(RequestTarget.rest(target)).isEqualTo(rest);
    }
}
