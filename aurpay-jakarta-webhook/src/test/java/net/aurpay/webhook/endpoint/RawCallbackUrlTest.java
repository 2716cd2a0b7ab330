package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawCallbackUrlTest {
    @ParameterizedTest
    @CsvSource({
        "/shop/aurpay/callbacks/succeeded?a=b,              /succeeded?a=b",
        "/aurpay/callbacks/timed-out,                       /timed-out",
        "/shop/aurpay/callbacks/north/succeeded?a=b,        /north/succeeded?a=b",
        "/callbacks/callbacks/succeeded,                    /succeeded",
        "/aurpay/callbacks/north/x/succeeded,               ''",
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

    /** Payara re-encodes the query of the URI, so the servlet's URL counts. */
    @ParameterizedTest
    @CsvSource({
        "/shop/aurpay/callbacks/succeeded, a=%2f, /shop/aurpay/callbacks/succeeded?a=%2f",
        "/aurpay/callbacks/timed-out, , /aurpay/callbacks/timed-out",
        "/aurpay/callbacks/timed-out, '', /aurpay/callbacks/timed-out?"
    })
    void prefersTheUrlOfTheServlet(String path, @Nullable String query, String raw) {
        try (FakeCdi cdi = servlet(path, query, "HTTP/1.1")) {
            assertThat(new RawCallbackUrl().raw(unused())).isEqualTo(raw);
            assertThat(cdi.lookUps).isOne();
        }
    }

    /** The bean is a proxy for the request of the thread, so one look-up serves all requests. */
    @Test
    void looksTheServletRequestUpOnce() {
        try (FakeCdi cdi = servlet("/callbacks/succeeded", null, "HTTP/1.1")) {
            RawCallbackUrl url = new RawCallbackUrl();
            url.raw(unused());
            url.raw(unused());
            assertThat(url.isHttp1()).isTrue();
            assertThat(cdi.lookUps).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1, true", "HTTP/1.0, true", "HTTP/2.0, false", "HTTP/2, false"})
    void tellsHttp1FromHttp2(String protocol, boolean isHttp1) {
        try (FakeCdi cdi = servlet("/", null, protocol)) {
            assertThat(new RawCallbackUrl().isHttp1()).isEqualTo(isHttp1);
            assertThat(cdi.lookUps).isOne();
        }
    }

    @Test
    void closesNoConnectionIfTheProtocolIsUnknown() {
        assertThat(new RawCallbackUrl().isHttp1()).isFalse();
    }

    private static FakeCdi servlet(String path, @Nullable String query, String protocol) {
        return FakeCdi.with(HttpServletRequest.class, fake(HttpServletRequest.class, called -> switch (called) {
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getProtocol" -> protocol;
            default -> throw new UnsupportedOperationException(called);
        }));
    }

    private static UriInfo unused() {
        return fake(UriInfo.class, called -> {
            throw new UnsupportedOperationException(called);
        });
    }

    private static <T> T fake(Class<T> type, Function<String, @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.apply(called.getName())));
    }
}
