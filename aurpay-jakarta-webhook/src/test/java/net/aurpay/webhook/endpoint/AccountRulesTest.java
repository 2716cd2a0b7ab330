package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.Credentials;
import net.aurpay.webhook.Sample;
import org.junit.jupiter.api.Test;

class AccountRulesTest {
    private static final Account NORTH = FakeAccounts.account("north");

    @Test
    void acceptsAnAccountWithWhatIsRequiredAndOneWithoutCallbacks() {
        check(NORTH, Map.of());
        check(Account.of("north"), Map.of());
        AccountRules.check(List.of(Account.of("north")), Optional.empty());
    }

    @Test
    void namesTheKeyThatIsMissing() {
        Account token = Account.of("north").withCallbackTokens(List.of(Sample.TOKEN));
        Account secret = Account.of("north").withCallbackSecrets(List.of(Sample.SECRET));

        assertThatThrownBy(() -> check(token, Map.of()))
                .hasMessageContaining("aurpay.accounts.north.webhook.secret is");
        assertThatThrownBy(() -> check(secret, Map.of()))
                .hasMessageContaining("aurpay.accounts.north.webhook.token is");
        assertThatThrownBy(() -> check(NORTH, Map.of("aurpay.webhook.require", "signature,api-key")))
                .hasMessageContaining("aurpay.accounts.north.webhook.api-key is missing");
        assertThatThrownBy(() -> AccountRules.check(List.of(NORTH), Optional.empty()))
                .hasMessageContaining("aurpay.webhook.url is missing");
    }

    @Test
    void confirmsWithTheAccountsCredentialsAndUser() {
        Map<String, String> confirm = Map.of("aurpay.webhook.confirm", "true");

        assertThatThrownBy(() -> check(NORTH, confirm)).hasMessageContaining("aurpay.accounts.north.api-token");
        check(NORTH.withCredentials(Credentials.apiKey("north-key")).withUserId("7"), confirm);
        assertThatThrownBy(() -> check(NORTH.withUserId("7"), Map.of()))
                .hasMessageContaining("aurpay.accounts.north.webhook.user-id has no effect");
    }

    /** As it is for the unnamed account: the short part would be a secret that is easy to guess. */
    @Test
    void rejectsSeveralValuesOfWhichOneIsShort() {
        Account cut = NORTH.withCallbackSecrets(List.of("x", "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"));

        assertThatThrownBy(() -> check(cut, Map.of()))
                .hasMessageStartingWith("aurpay.accounts.north.webhook.secret has 2 values, because a comma separates");
    }

    @Test
    void warnsOfShortSecrets() {
        Account brief = Account.of("north")
                .withCallbackTokens(List.of("x".repeat(15)))
                .withCallbackSecrets(List.of("x".repeat(16)));

        assertThat(AccountRules.shortSecrets(List.of(brief)))
                .singleElement()
                .asString()
                .startsWith("aurpay.accounts.north.webhook.token has fewer than");
    }

    @Test
    void theUnnamedAccountNeedsNoSecretsBesideNamedOnes() {
        Map<String, String> url = Map.of("aurpay.webhook.url", Sample.BASE);

        assertThat(WebhookConfig.of(new MapConfig(url), Set.of(), true)
                        .orElseThrow()
                        .verifier())
                .isEmpty();
        assertThatThrownBy(() -> WebhookConfig.of(new MapConfig(url), Set.of(), false))
                .hasMessageContaining("aurpay.webhook.token is missing");
        Map<String, String> half = Map.of("aurpay.webhook.url", Sample.BASE, "aurpay.webhook.token", Sample.TOKEN);
        assertThatThrownBy(() -> WebhookConfig.of(new MapConfig(half), Set.of(), true))
                .hasMessageContaining("aurpay.webhook.secret is missing");
    }

    private static void check(Account account, Map<String, String> changes) {
        Map<String, String> properties = new HashMap<>(Sample.properties());
        properties.putAll(changes);
        if (changes.containsValue("signature,api-key")) {
            properties.put("aurpay.webhook.api-key", Sample.API_KEY);
        }
        AccountRules.check(List.of(account), WebhookConfig.of(new MapConfig(properties), Set.of(), true));
    }
}
