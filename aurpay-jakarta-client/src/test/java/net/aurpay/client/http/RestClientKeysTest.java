package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestClientKeysTest {
    @ParameterizedTest
    @CsvSource({
        "aurpay, aurpay",
        "net.aurpay.client.AuthClient, net.aurpay.client.AuthClient",
        "net.aurpay.client.OrderClient, net.aurpay.client.OrderClient",
        "net.aurpay.client.WalletClient, net.aurpay.client.WalletClient",
        "net.aurpay.client.LightningClient, net.aurpay.client.LightningClient",
        "net.aurpay.client.health.ReadinessProbe, net.aurpay.client.health.ReadinessProbe",
        "net.aurpay.webhook.endpoint.OrderLookUp, net.aurpay.webhook.endpoint.OrderLookUp"
    })
    void rejectsRedirectsUnderEveryPrefix(String prefix, String named) {
        for (String value : new String[] {"true", "TRUE", "1", "yes", "on"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> check(FakeConfig.of(prefix + "/mp-rest/followRedirects=" + value)))
                    .withMessageContaining(named + "/mp-rest/followRedirects must be false, was <" + value + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url",
                "uri",
                "proxyAddress",
                "providers",
                "providers/com.example.Spy/priority",
                "trustStore",
                "trustStorePassword",
                "keyStore",
                "hostnameVerifier",
                "anything"
            })
    void rejectsKeysOfOneInterfaceAndNamesTheSharedKey(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(FakeConfig.of("net.aurpay.client.OrderClient/mp-rest/" + name + "=x")))
                .withMessageStartingWith("net.aurpay.client.OrderClient/mp-rest/" + name)
                .withMessageContaining("set aurpay/mp-rest/" + name + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aurpay/mp-rest/followRedirects=false",
                "aurpay/mp-rest/url=https://api.example.com",
                "aurpay/mp-rest/providers=com.example.Filter",
                "aurpay/mp-rest/proxyAddress=proxy:3128",
                "aurpay/mp-rest/trustStore=file:/etc/trust.p12",
                "net.aurpay.client.OrderClient/mp-rest/followRedirects=false",
                "net.aurpay.client.OrderClient/mp-rest/url=",
                "net.aurpay.client.OrderClient/mp-rest/connectTimeout=1000",
                "net.aurpay.client.OrderClient/mp-rest/readTimeout=60000",
                "com.example.OrderClient/mp-rest/followRedirects=true"
            })
    void acceptsKeysThatSendNoCredentialsElsewhere(String line) {
        assertThatNoException().isThrownBy(() -> check(FakeConfig.of(line)));
    }

    /** On Quarkus, a look-up of the key of one interface finds the shared key. */
    @Test
    void acceptsTheKeyOfOneInterfaceOnlyWithTheSharedValue() {
        String shared = "aurpay/mp-rest/url=https://api.example.com";

        assertThatNoException()
                .isThrownBy(() -> check(
                        FakeConfig.of(shared, "net.aurpay.client.AuthClient/mp-rest/url=https://api.example.com")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        check(FakeConfig.of(shared, "net.aurpay.client.AuthClient/mp-rest/url=https://example.com")))
                .withMessageStartingWith("net.aurpay.client.AuthClient/mp-rest/url ");
    }

    @Test
    void rejectsKeysOfAnInterfaceOfTheApplication() {
        for (String key : new String[] {"url", "providers", "followRedirects"}) {
            FakeConfig config = FakeConfig.of("java.util.List/mp-rest/" + key + "=https://example.com");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RestClientKeys.check(config, Set.of(List.class)))
                    .withMessageStartingWith("java.util.List/mp-rest/" + key);
            assertThatNoException().isThrownBy(() -> check(config));
        }
    }

    private static void check(FakeConfig config) {
        RestClientKeys.check(config, Set.of());
    }

    /** If an interface were missing from the list, a key could send its signed requests elsewhere. */
    @Test
    void rejectsKeysOfEveryInterfaceOfThisLibrary() {
        List<String> interfaces = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("net.aurpay.client").stream()
                        .filter(type -> type.isAnnotatedWith(RegisterRestClient.class))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(interfaces).hasSize(5).allSatisfy(name -> assertThatIllegalArgumentException()
                .isThrownBy(() -> check(FakeConfig.of(name + "/mp-rest/url=https://example.com")))
                .withMessageStartingWith(name + "/mp-rest/url "));
    }
}
