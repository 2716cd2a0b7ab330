package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.json.JsonValue;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.io.Closeable;
import java.util.stream.Stream;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceRulesTest {
    private static final Config NOTHING = FakeConfig.of();
    private static final Config WITH_URL = FakeConfig.of("aurpay/mp-rest/url=https://api.example.com");
    private static final Config WITH_URI = FakeConfig.of("aurpay/mp-rest/uri=https://api.example.com");

    public static final class OtherFeature implements Feature {
        @Override
        public boolean configure(FeatureContext client) {
            return false;
        }
    }

    @AurpayApi
    @RegisterProvider(OtherFeature.class)
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    @Path("/api/v3")
    interface Invoices extends Closeable {
        @GET
        JsonValue invoice(@PathParam("id") String id);

        default JsonValue first() {
            return invoice("1");
        }

        static String name() {
            return "x";
        }

        @Override
        void close();
    }

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    interface ForMerchants {
        @GET
        JsonValue invoices();
    }

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay")
    interface WithoutAddress {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = "https://proxy.example.com")
    interface WithOtherAddress {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "shop", baseUri = Aurpay.URL)
    interface WithOtherKey {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(baseUri = Aurpay.URL)
    interface WithoutKey {}

    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface Unretried {}

    @AurpayApi
    @RegisterProvider(OtherFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface Unsigned {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    @Encoded
    interface EncodedByTheCaller {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface WithSubResource {
        @Path("/invoices")
        ForMerchants invoices();
    }

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface WithBadMethod {
        @GET
        JsonValue invoice(@PathParam("id") Object id);
    }

    /** Has a method that only looks like the one that ends the client. */
    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface WithOtherClose {
        void close(String id);
    }

    /** Inherits a method that cannot be signed. */
    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface WithInheritedBadMethod extends WithBadMethod {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    static class NoInterface {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                AuthClient.class,
                OrderClient.class,
                WalletClient.class,
                LightningClient.class,
                Invoices.class,
                ForMerchants.class
            })
    void acceptsTheInterfacesOfThisLibraryAndThoseThatFollowTheRules(Class<?> type) {
        assertThatNoException().isThrownBy(() -> InterfaceRules.check(type, NOTHING));
        assertThatNoException().isThrownBy(() -> InterfaceRules.check(type, WITH_URL));
    }

    static Stream<Arguments> unfit() {
        String three = "must have @RegisterRestClient(configKey = \"aurpay\"";
        return Stream.of(
                Arguments.of(NoInterface.class, "must be an interface"),
                Arguments.of(Unretried.class, "must have @AurpayApi: otherwise its calls would neither be retried"),
                Arguments.of(
                        Unsigned.class, "must have @RegisterProvider(AurpayFeature.class): otherwise its requests"),
                Arguments.of(WithOtherKey.class, three + "), was <shop>"),
                Arguments.of(WithoutKey.class, three + "), was <>"),
                Arguments.of(WithoutAddress.class, three + ", baseUri = Aurpay.URL), was <>"),
                Arguments.of(
                        WithOtherAddress.class, three + ", baseUri = Aurpay.URL), was <https://proxy.example.com>"),
                Arguments.of(EncodedByTheCaller.class, "must not have @Encoded"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void namesTheRuleThatAnInterfaceBreaks(Class<?> type, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceRules.check(type, NOTHING))
                .withMessageStartingWith(type.getName() + " " + rule);
    }

    /** Where the configuration has an address, the annotation need not repeat it, but must not contradict it. */
    @Test
    void addressMayBeInTheConfigurationAlone() {
        assertThatNoException().isThrownBy(() -> InterfaceRules.check(WithoutAddress.class, WITH_URL));
        assertThatNoException().isThrownBy(() -> InterfaceRules.check(WithoutAddress.class, WITH_URI));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceRules.check(WithOtherAddress.class, WITH_URL))
                .withMessageContaining("to change the address, set aurpay/mp-rest/url");
    }

    @Test
    void checksEachMethodEvenIfItIsInherited() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceRules.check(WithBadMethod.class, NOTHING))
                .withMessageStartingWith("WithBadMethod.invoice: the path parameter id must be a String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceRules.check(WithInheritedBadMethod.class, NOTHING))
                .withMessageContaining("the path parameter id must be a String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceRules.check(WithSubResource.class, NOTHING))
                .withMessage("WithSubResource.invoices: must have @GET, @POST or another HTTP method: what it returns"
                        + " would not be signed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterfaceRules.check(WithOtherClose.class, NOTHING))
                .withMessageStartingWith("WithOtherClose.close: must have @GET");
    }
}
