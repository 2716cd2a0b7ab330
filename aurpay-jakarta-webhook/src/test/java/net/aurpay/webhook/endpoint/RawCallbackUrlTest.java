package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawCallbackUrlTest {
    @ParameterizedTest
    @CsvSource({
        "/shop/aurpay/callbacks/succeeded?a=b,              /succeeded?a=b",
        "/aurpay/callbacks/timed-out,                       /timed-out",
        "/callbacks/aurpay/callbacks/succeeded?a=/callbacks/timed-out, /succeeded?a=/callbacks/timed-out",
        "/aurpay/callbacks/%73ucceeded,                     /%73ucceeded",
        "/aurpay/callbacks//succeeded,                      //succeeded",
        "/aurpay/callbacks/succeeded/?,                     /succeeded/?",
        "/callbacks/succeeded,                              /succeeded",
        "?/callbacks/succeeded,                             ''",
        "/aurpay/other?x=/callbacks/succeeded,              ''",
        "'',                                                ''"
    })
    void returnsThePartOfTheUrlAfterTheResource(String target, String urlSuffix) {
        assertThat(RawCallbackUrl.urlSuffix(target)).isEqualTo(urlSuffix);
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/shop/aurpay/callbacks/succeeded?a=%2F, /succeeded?a=%2F",
        "http://host/shop/aurpay/callbacks/timed%2Dout,      /timed%2Dout"
    })
    void usesTheUriOfJaxRsIfThereIsNoServlet(URI request, String urlSuffix) {
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getRequestUri");
                    return request;
                });
        assertThat(RawCallbackUrl.urlSuffix(new RawCallbackUrl().raw(uri))).isEqualTo(urlSuffix);
    }

    @Test
    void findsNothingInATargetThatIsNotAUri() {
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    throw new IllegalArgumentException("Malformed escape pair");
                });
        assertThat(RawCallbackUrl.urlSuffix(new RawCallbackUrl().raw(uri))).isEmpty();
    }
}
