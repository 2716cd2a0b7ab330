package net.aurpay.client.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.Algorithm;
import net.aurpay.client.Credentials;
import net.aurpay.client.http.FakeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredAccountsTest {
    private static Map<String, Account> of(String... lines) {
        return ConfiguredAccounts.of(FakeConfig.of(lines), Set.of());
    }

    @Test
    void readsEachAccount() {
        Map<String, Account> accounts = of(
                "aurpay.accounts=north, south",
                "aurpay.accounts.north.api-token=north-token",
                "aurpay.accounts.north.secret-key=north-key",
                "aurpay.accounts.north.lightning.api-key=north-lightning",
                "aurpay.accounts.north.webhook.token=t1,t2",
                "aurpay.accounts.north.webhook.secret=s\\,1,s2",
                "aurpay.accounts.north.webhook.api-key=k",
                "aurpay.accounts.north.webhook.user-id=u-1",
                "aurpay.accounts.south.api-key=south-key");

        assertThat(accounts).containsOnlyKeys("north", "south");
        Account north = Objects.requireNonNull(accounts.get("north"));
        assertThat(north.name()).isEqualTo("north");
        assertThat(north.credentials().map(Credentials::token)).contains("north-token");
        assertThat(north.lightning().map(Credentials::token)).contains("north-lightning");
        assertThat(north.callbackTokens()).containsExactly("t1", "t2");
        assertThat(north.callbackSecrets()).containsExactly("s,1", "s2");
        assertThat(north.callbackApiKeys()).containsExactly("k");
        assertThat(north.userId()).contains("u-1");
        Account south = Objects.requireNonNull(accounts.get("south"));
        assertThat(south.credentials().map(Credentials::token)).contains("south-key");
        assertThat(south.lightning()).isEmpty();
        assertThat(south.callbackSecrets()).isEmpty();
    }

    @Test
    void inheritsTheAlgorithmButNoSecret() {
        Map<String, Account> accounts = of(
                "aurpay.api-token=unnamed",
                "aurpay.secret-key=unnamed",
                "aurpay.webhook.token=unnamed",
                "aurpay.webhook.secret=unnamed",
                "aurpay.algorithm=HMAC-SHA3_256",
                "aurpay.accounts=empty,own,same",
                "aurpay.accounts.own.api-token=t",
                "aurpay.accounts.own.secret-key=k",
                "aurpay.accounts.own.algorithm=HMAC-SHA256",
                "aurpay.accounts.same.api-token=t",
                "aurpay.accounts.same.secret-key=k");

        assertThat(Objects.requireNonNull(accounts.get("same")).credentials().map(Credentials::algorithm))
                .contains(Algorithm.HMAC_SHA3_256);
        assertThat(Objects.requireNonNull(accounts.get("own")).credentials().map(Credentials::algorithm))
                .contains(Algorithm.HMAC_SHA256);
        assertThat(Objects.requireNonNull(accounts.get("empty")))
                .hasToString("Account[empty, no credentials, callbacks: 0 tokens, 0 secrets, 0 API keys]");
    }

    @Test
    void returnsNothingIfNoAccountIsListed() {
        assertThat(of()).isEmpty();
        assertThat(of("aurpay.accounts=")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"North", "north-1", "north/south", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "succeeded", "callbacks"
            })
    void rejectsAnInvalidName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("aurpay.accounts=south," + name))
                .withMessage(
                        "aurpay.accounts must be names of 1 to 32 of a to z and 0 to 9, separated by commas, and no"
                                + " word that has a meaning in the webhook's URLs, such as callbacks, was <" + name
                                + ">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "north,north   |                      | aurpay.accounts lists <north> twice",
                "north         | south.api-key        | aurpay.accounts.south.api-key belongs to no account: aurpay.accounts lists only [north]",
                "north         | north.url            | aurpay.accounts.north.url is not a key; those of an account are aurpay.accounts.north.[",
                "north         | north                | aurpay.accounts.north is not a key; those of an account are",
                "north         | north.api-token      | aurpay.accounts.north.secret-key is missing: aurpay.accounts.north.api-token is set,",
                "north         | north.lightning.secret-key | aurpay.accounts.north.lightning.api-token is missing",
                "north         | north.algorithm      | aurpay.accounts.north.algorithm: ",
            })
    void rejectsWhatIsWrong(String names, String key, String message) {
        String[] lines = key == null
                ? new String[] {"aurpay.accounts=" + names}
                : new String[] {"aurpay.accounts=" + names, "aurpay.accounts." + key + "=the-value"};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(lines))
                .withMessageStartingWith(message)
                .withMessageNotContaining(message.contains("algorithm") ? "secret" : "the-value");
    }

    @Test
    void aTokenWithASpaceIsRejectedByItsKeyAndNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("aurpay.accounts=north", "aurpay.accounts.north.webhook.token=two words"))
                .withMessageStartingWith("aurpay.accounts.north.webhook.token: ")
                .withMessageNotContaining("two words");
    }

    @Test
    void acceptsAnEnvironmentVariableThatAServerListsUnderAnotherName() {
        FakeConfig config = FakeConfig.of(
                "aurpay.accounts=north", "aurpay.accounts.north.api.token=t", "aurpay.accounts.north.secret.key=k");

        assertThat(ConfiguredAccounts.of(
                        config, Set.of("AURPAY_ACCOUNTS_NORTH_API_TOKEN", "AURPAY_ACCOUNTS_NORTH_SECRET_KEY")))
                .containsOnlyKeys("north");
    }

    @Test
    void findsMistypedVariables() {
        assertThat(ConfiguredAccounts.unknownVariables(
                        Set.of("north"),
                        Set.of(
                                "AURPAY_ACCOUNTS",
                                "AURPAY_ACCOUNTS_NORTH_API_TOKEN",
                                "AURPAY_ACCOUNTS_NORTH_LIGHTNING_SECRET_KEY",
                                "AURPAY_ACCOUNTS_NORTH_WEBHOOK_USER_ID",
                                "AURPAY_ACCOUNTS_NORTH_WEBHOOK_USERID",
                                "AURPAY_ACCOUNTS_SOUTH_API_TOKEN",
                                "AURPAY_API_TOKEN")))
                .containsExactly("AURPAY_ACCOUNTS_NORTH_WEBHOOK_USERID", "AURPAY_ACCOUNTS_SOUTH_API_TOKEN");
    }
}
