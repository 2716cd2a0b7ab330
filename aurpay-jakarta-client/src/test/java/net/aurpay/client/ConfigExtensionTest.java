package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigExtensionTest {
    private static final String JERSEY = "org.glassfish.jersey.microprofile.restclient.RestClientBuilderImpl";
    private static final String RESTEASY = "org.jboss.resteasy.microprofile.client.RestClientBuilderImpl";

    private final Properties system = new Properties();

    @Test
    void refusesAServerThatSendsALostPostOnceMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigExtension.refuseRepeatedWrites(JERSEY, system))
                .withMessageContaining("-Dsun.net.http.retryPost=false");
    }

    @Test
    void takesItWithTheSwitchThatStopsIt() {
        system.setProperty("sun.net.http.retryPost", "false");

        assertThatNoException().isThrownBy(() -> ConfigExtension.refuseRepeatedWrites(JERSEY, system));
    }

    @Test
    void saysWhereAndHowItCallsAndNoSecret() {
        String line = ConfigExtension.startLine(
                URI.create("https://user:password@proxy.example.com/aurpay"),
                Map.of(CredentialSet.MAIN, Credentials.signature("the-token", "the-secret")));

        assertThat(line).endsWith(": https://proxy.example.com/aurpay, {MAIN=Credentials[signature, HMAC-SHA256]}");
    }

    @Test
    void asksNothingOfOtherServers() {
        assertThatNoException().isThrownBy(() -> ConfigExtension.refuseRepeatedWrites(RESTEASY, system));
    }
}
