package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import net.aurpay.client.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientExtensionTest {
    private static final String JERSEY = "org.glassfish.jersey.microprofile.restclient.RestClientBuilderImpl";
    private static final String RESTEASY = "org.jboss.resteasy.microprofile.client.RestClientBuilderImpl";

    private final Properties system = new Properties();

    @Test
    void rejectsAServerThatSendsALostPostAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientExtension.rejectRepeatedWrites(JERSEY, system))
                .withMessageContaining("-Dsun.net.http.retryPost=false");
    }

    @Test
    void acceptsThatServerIfASystemPropertyForbidsTheSecondPost() {
        system.setProperty("sun.net.http.retryPost", "false");

        assertThatNoException().isThrownBy(() -> ClientExtension.rejectRepeatedWrites(JERSEY, system));
    }

    @Test
    void startLineShowsTheUrlAndTheKindOfCredentialsButNoSecret() {
        String line = ClientExtension.startLine(
                URI.create("https://user:password@proxy.example.com/aurpay"),
                Map.of(CredentialSet.MAIN, Credentials.signature("the-token", "the-secret")));

        assertThat(line).endsWith(": https://proxy.example.com/aurpay, {MAIN=Credentials[signature, HMAC-SHA256]}");
    }

    @Test
    void needsNoSystemPropertyOnOtherServers() {
        assertThatNoException().isThrownBy(() -> ClientExtension.rejectRepeatedWrites(RESTEASY, system));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://dashboard.aurpay.net", "HTTP://10.0.0.1:8080", "http://localhost.example.com"})
    void callsWithoutEncryptionAreExposed(String url) {
        assertThat(ClientExtension.isExposed(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dashboard.aurpay.net",
                "http://localhost:8080",
                "http://shop.localhost",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void callsThatAreEncryptedOrStayOnThisMachineAreNotExposed(String url) {
        assertThat(ClientExtension.isExposed(URI.create(url))).isFalse();
    }
}
