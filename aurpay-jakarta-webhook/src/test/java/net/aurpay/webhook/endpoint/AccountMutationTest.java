package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.inbox.AccountKey;
import net.aurpay.webhook.mutation.MutatedCallback;
import net.aurpay.webhook.mutation.MutationRules;
import net.aurpay.webhook.mutation.Mutations;
import net.aurpay.webhook.mutation.Reading;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.CallbackVerifier;
import org.junit.jupiter.api.Test;

/**
 * Runs mutated callbacks of many accounts against the verifiers of the accounts. Some of what a callback consists of is another
 * account's; then it must be rejected, whatever else was changed. {@code -Daurpay.mutations=1000000} runs more, and
 * {@code -Daurpay.seed} runs others.
 */
class AccountMutationTest {
    private static final int ACCOUNTS = 50;
    private static final List<String> BASES = List.of(Sample.BASE, "https://old.example.com/hooks");

    /** What is another account's. */
    private enum Foreign {
        NOTHING,
        PATH,
        SIGNED_URL,
        TOKEN,
        SECRET,
        TOKEN_AND_SECRET
    }

    private final List<CallbackVerifier> verifiers = new ArrayList<>();

    AccountMutationTest() {
        CallbackRules rules = new CallbackRules(
                BASES,
                Set.of(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE),
                Duration.ofMinutes(5),
                Duration.ofDays(1),
                Sample.CLOCK);
        for (int i = 0; i < ACCOUNTS; i++) {
            verifiers.add(rules.verifier(Account.of(name(i))
                    .withCallbackTokens(tokens(i))
                    .withCallbackSecrets(secrets(i))
                    .withCallbackApiKeys(List.of(apiKey(i)))));
        }
    }

    @Test
    void acceptsNothingThatBelongsToAnotherAccount() {
        int count = Integer.getInteger("aurpay.mutations", 100_000);
        long seed = Long.getLong("aurpay.seed", 20261128L) << 24;
        int believed = 0;
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            int account = random.nextInt(ACCOUNTS);
            int other = (account + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            Foreign foreign = Foreign.values()[random.nextInt(Foreign.values().length)];
            MutatedCallback callback = callback(foreign, account, other, seed + i);
            int path = foreign == Foreign.PATH ? other : account;
            String outcome = outcome(path, callback);
            boolean expected = callback.believed() && foreign == Foreign.NOTHING;
            if (!outcome.equals(expected ? "believed" : "rejected")) {
                findings.add(foreign + " " + (seed + i) + " " + outcome + ": " + callback.toJson());
            }
            believed += expected ? 1 : 0;
        }
        assertThat(findings).isEmpty();
        assertThat(believed).as("valid callbacks among them").isGreaterThan(count / 50);
    }

    /** The path that the callback arrives at may differ from the signed one only if that is what is foreign. */
    private static MutatedCallback callback(Foreign foreign, int account, int other, long seed) {
        boolean both = foreign == Foreign.TOKEN_AND_SECRET;
        int signed = foreign == Foreign.SIGNED_URL ? other : account;
        int token = foreign == Foreign.TOKEN || both ? other : account;
        int secret = foreign == Foreign.SECRET || both ? other : account;
        return Mutations.of(
                new MutationRules(
                        BASES.stream().map(base -> base + "/" + name(signed)).toList(),
                        tokens(token),
                        secrets(secret),
                        apiKey(account),
                        Sample.NOW,
                        Duration.ofMinutes(5),
                        Duration.ofDays(1)),
                Reading.EXACT,
                seed);
    }

    private String outcome(int path, MutatedCallback callback) {
        try {
            verifiers.get(path).verify("/" + name(path) + callback.urlSuffix(), callback.headers()::get);
            return "believed";
        } catch (CallbackRejectedException e) {
            return "rejected";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** Names of which one is the beginning of another. */
    private static String name(int account) {
        return "a" + account;
    }

    private static List<String> tokens(int account) {
        return List.of(random("token", account), random("new token", account));
    }

    private static List<String> secrets(int account) {
        return List.of(random("secret", account), random("new secret", account));
    }

    private static String apiKey(int account) {
        return random("API key", account);
    }

    /** No mutation turns one account's value into another's. */
    private static String random(String what, int account) {
        return AccountKey.of(name(account), what);
    }
}
