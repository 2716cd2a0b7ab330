package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void listensAtTheGivenHostAndPort() {
        SandboxOptions options = options("--port", "1234", "--host", "::1", "--verified");

        assertThat(options.port()).isEqualTo(1234);
        assertThat(options.host()).isEqualTo("::1");
        assertThat(options.verified()).isTrue();
    }

    @Test
    void publicUrlIsSchemeHostAndPort() {
        assertThat(options("--public-url", "http://my_sandbox:8080").publicUrl())
                .hasToString("http://my_sandbox:8080");
        for (String wrong : List.of("sandbox:8080", "ftp://sandbox", "http://sandbox/", "http:sandbox", "http:// a")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options("--public-url", wrong))
                    .withMessageContaining("<" + wrong + ">");
        }
    }

    @Test
    void messageNamesTheInvalidOption() {
        assertThatIllegalArgumentException().isThrownBy(() -> options("--prot")).withMessageContaining("<--prot>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--port", "99999"))
                .withMessageContaining("<99999>");
        assertThatIllegalArgumentException().isThrownBy(() -> options("--port")).withMessageContaining("--port");
    }

    @Test
    void keysComeFromTheEnvironmentAndLightningKeysDefaultToTheMainKeys() {
        Keys keys = Keys.of(Map.of(
                "AURPAY_API_KEY",
                "k",
                "AURPAY_API_TOKEN",
                "t",
                "AURPAY_SECRET_KEY",
                "s",
                "AURPAY_LIGHTNING_API_KEY",
                "l"));

        assertThat(keys.apiKey()).isEqualTo("k");
        assertThat(keys.lightningApiKey()).isEqualTo("l");
        assertThat(keys.lightningApiToken()).isEqualTo("t");
        assertThat(keys.lightningSecretKey()).isEqualTo("s");
        assertThat(keys.callbackSecret()).hasSizeGreaterThan(20);
        assertThat(keys.toString()).isEqualTo("Keys[mct-07d283468bf8]");
    }

    @Test
    void accountHasTheGivenCredentialsThenThoseOfTheEnvironment() {
        List<AccountOption> accounts = new ArrayList<>();
        Main.options(
                accounts,
                "--account",
                "north:api-token=t==,secret-key=s:1,callback-token=ct,callback-secret=cs,user-id=mct-1",
                "--account",
                "south-2");

        Keys north = accounts.get(0).keys(Map.of("AURPAY_ACCOUNTS_NORTH_API_TOKEN", "other"));
        Keys south = accounts.get(1)
                .keys(Map.of("AURPAY_ACCOUNTS_SOUTH_2_SECRET_KEY", "s2", "AURPAY_SECRET_KEY", "unnamed"));

        assertThat(north.userId()).isEqualTo("mct-1");
        assertThat(north.apiToken()).isEqualTo("t==");
        assertThat(north.lightningApiToken()).isEqualTo("t==");
        assertThat(north.secretKey()).isEqualTo("s:1");
        assertThat(north.callbackToken()).isEqualTo("ct");
        assertThat(north.callbackSecret()).isEqualTo("cs");
        assertThat(north.apiKey()).hasSizeGreaterThan(20);
        assertThat(south.userId()).isEqualTo("mct-south-2");
        assertThat(south.secretKey()).isEqualTo("s2");
        assertThat(south.apiToken()).hasSizeGreaterThan(20);
    }

    @Test
    void generatedCredentialsArePrintedAsConfiguration() {
        AccountOption account = AccountOption.parse("north:api-token=t,secret-key=s,callback-secret=cs");
        Map<String, String> environment = Map.of("AURPAY_ACCOUNTS_NORTH_API_KEY", "k");
        Keys keys = account.keys(environment);

        assertThat(Main.generated("aurpay.accounts.north.", keys, key -> account.given(key, environment)))
                .containsExactly("aurpay.accounts.north.webhook.token=" + keys.callbackToken());
        assertThat(Main.generated("aurpay.", keys, key -> null))
                .containsExactly(
                        "aurpay.api-key=k",
                        "aurpay.api-token=t",
                        "aurpay.secret-key=s",
                        "aurpay.webhook.token=" + keys.callbackToken(),
                        "aurpay.webhook.secret=cs");
    }

    /** In each invalid value, hunter1 is what a user may have meant to be a credential. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter1=| must begin with the account's name",
                "api-token=hunter1| must begin with the account's name",
                ":api-token=hunter1| must begin with the account's name",
                "no rth:api-token=hunter1| must begin with the account's name",
                "succeeded:api-token=hunter1| the name of an account must not be succeeded or timed-out, because",
                "timed-out| the name of an account must not be succeeded or timed-out, because",
                "north:| setting 1 must begin with one of api-key=, ",
                "north:hunter1| setting 1 must begin with one of api-key=, ",
                "north:api-key=k,hunter1==| setting 2 must begin with one of api-key=, ",
                "north:api-token=t:secret-key=s,hunter1| setting 2 must begin with one of api-key=, ",
                "north:token=hunter1| setting 1 must begin with one of api-key=, ",
                "north:api-token=hunter1,| setting 2 must begin with one of api-key=, ",
                "north:api-token=,secret-key=hunter1| --account north: api-token has no value",
                "north:api-token=hunter1,api-token=hunter12| --account north: api-token is given twice"
            })
    void invalidAccountIsRejectedWithoutShowingACredential(String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--account", value))
                .satisfies(
                        e -> assertThat(e.toString()).contains(message.strip()).doesNotContain("hunter1"));
        assertThat(AccountOption.parse("north:secret-key=hunter1").toString()).doesNotContain("hunter1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--account=north:secret-key=hunter1", "--acount:hunter1", "secret-key=hunter1", "hunter1"})
    void messageAboutAnUnknownOptionDoesNotShowACredential(String argument) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--account", "north", argument))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter1"));
    }

    private static SandboxOptions options(String... arguments) {
        return Main.options(new ArrayList<>(), arguments);
    }
}
