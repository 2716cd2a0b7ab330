package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackAddressTest {
    private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    private @Nullable URI routed;

    /** Servers differ in whether the base ends and the path begins with a slash. */
    @ParameterizedTest
    @CsvSource({
        "https://shop/aurpay/, callbacks/succeeded",
        "https://shop/aurpay/, /callbacks/succeeded",
        "https://shop/aurpay, callbacks/succeeded",
        "https://shop/aurpay, /callbacks/succeeded"
    })
    void leadsACallbackToTheResourceWithItsTarget(String base, String path) {
        filter(base, path, "/aurpay/callbacks/succeeded?reference=A%2F1");

        assertThat(routed).hasToString("https://shop/aurpay/" + CallbackAddress.ROOT + "/succeeded");
        assertThat(CallbackAddress.target(headers.get(CallbackAddress.HEADER)))
                .isEqualTo("/aurpay/callbacks/succeeded?reference=A%2F1");
    }

    @ParameterizedTest
    @CsvSource({"north, succeeded", "a_-9Z, timed-out"})
    void leadsTheCallbackOfAnAccountToTheSameResource(String account, String kind) {
        String path = "callbacks/" + account + "/" + kind;
        filter("https://shop/aurpay/", path, "/aurpay/" + path);

        assertThat(routed).hasToString("https://shop/aurpay/" + CallbackAddress.ROOT + "/" + kind);
        assertThat(CallbackAddress.target(headers.get(CallbackAddress.HEADER))).isEqualTo("/aurpay/" + path);
    }

    /** The resource has no such path, so these are answered 404. */
    @ParameterizedTest
    @CsvSource({"a.b/succeeded", "succeeded/succeeded", "timed-out/succeeded", "a%41/succeeded", "/succeeded"})
    void leavesAPathUnchangedIfItNamesNoAccount(String path) {
        filter("https://shop/aurpay/", "callbacks/" + path, "/aurpay/callbacks/" + path);

        assertThat(routed).hasToString("https://shop/aurpay/" + CallbackAddress.ROOT + "/" + path);
    }

    @Test
    void leadsToTheCashierOfAnAccount() {
        filter("https://shop/aurpay/", "cashier/north/abc.def", "/aurpay/cashier/north/abc.def");

        assertThat(routed).hasToString("https://shop/aurpay/" + CallbackAddress.CASHIER_ROOT + "/abc.def");
    }

    @Test
    void leadsToTheCashierWhichRespondsInTheCustomersLanguage() {
        headers.putSingle("Accept-Language", "de");
        headers.putSingle("Accept", "image/png");
        filter("https://shop/aurpay/", "cashier/abc.def", "/aurpay/cashier/abc.def?choose");

        assertThat(routed).hasToString("https://shop/aurpay/" + CallbackAddress.CASHIER_ROOT + "/abc.def");
        assertThat(CallbackAddress.target(headers.get(CallbackAddress.HEADER)))
                .isEqualTo("/aurpay/cashier/abc.def?choose");
        assertThat(headers).containsOnlyKeys("Accept-Language", CallbackAddress.HEADER);
    }

    @ParameterizedTest
    @CsvSource({"callbacks", "cashier", "cashierx/abc", "other/callbacks/succeeded", "callbacksx/succeeded", "''"})
    void leavesEveryOtherPathAlone(String path) {
        filter("https://shop/aurpay/", path, "/aurpay/" + path);

        assertThat(routed).isNull();
        assertThat(headers).doesNotContainKey(CallbackAddress.HEADER);
    }

    /** Otherwise a caller could name the URL that is verified. */
    @Test
    void removesATargetThatTheCallerSent() {
        headers.putSingle(CallbackAddress.HEADER, "/aurpay/callbacks/succeeded");
        filter("https://shop/aurpay/", "other", "/aurpay/other");

        assertThat(headers).doesNotContainKey(CallbackAddress.HEADER);
    }

    @Test
    void removesHeadersThatAServerCouldFailToParse() {
        for (String name : List.of(
                "Content-Type", "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Signature")) {
            headers.putSingle(name, "?");
        }
        filter("https://shop/aurpay/", "callbacks/succeeded", "/aurpay/callbacks/succeeded");

        assertThat(headers).containsOnlyKeys("Signature", CallbackAddress.HEADER);
    }

    @Test
    void believesNoTargetWithoutTheTicket() {
        filter("https://shop/aurpay/", "callbacks/succeeded", "/aurpay/callbacks/succeeded");
        String genuine = String.valueOf(headers.getFirst(CallbackAddress.HEADER));

        assertThat(CallbackAddress.target(null)).isNull();
        assertThat(CallbackAddress.target(List.of())).isNull();
        assertThat(CallbackAddress.target(List.of("/aurpay/callbacks/succeeded")))
                .isNull();
        assertThat(CallbackAddress.target(List.of(" /aurpay/callbacks/succeeded")))
                .isNull();
        assertThat(CallbackAddress.target(List.of("x" + genuine))).isNull();
        assertThat(CallbackAddress.target(List.of(genuine, genuine))).isNull();
    }

    private void filter(String base, String path, String target) {
        URI request = URI.create("https://shop" + target);
        UriInfo uri = fake(UriInfo.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getPath" -> path;
            case "getBaseUri" -> URI.create(base);
            case "getRequestUri" -> request;
            default -> throw new UnsupportedOperationException(called.toString());
        });
        new CallbackAddress()
                .filter(fake(ContainerRequestContext.class, (proxy, called, arguments) -> switch (called.getName()) {
                    case "getHeaders" -> headers;
                    case "getUriInfo" -> uri;
                    case "setRequestUri" -> {
                        assertThat(arguments[0]).isEqualTo(URI.create(base));
                        routed = (URI) arguments[1];
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(called.toString());
                }));
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
