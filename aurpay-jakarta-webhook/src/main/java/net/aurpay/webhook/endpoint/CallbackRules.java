package net.aurpay.webhook.endpoint;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackVerifier;
import net.aurpay.webhook.verification.CallbackVerifierBuilder;

/**
 * How the callbacks of all accounts are verified.
 *
 * @param urls bases of the callbacks' URLs without a slash at the end; the first is for new ones
 * @param required what a callback must have
 * @param tolerance how far ahead a date may be
 * @param maxAge how old a date may be
 */
public record CallbackRules(
        List<String> urls,
        Set<AuthenticationFactor> required,
        Duration tolerance,
        Duration maxAge,
        InstantSource clock) {
    /** Returns a builder without secrets. */
    CallbackVerifierBuilder builder() {
        CallbackVerifierBuilder builder = CallbackVerifier.builder()
                .require(required)
                .tolerance(tolerance)
                .maxAge(maxAge)
                .clock(clock);
        urls.forEach(builder::url);
        return builder;
    }

    /**
     * Returns what verifies the callbacks of an account, with its secrets only.
     *
     * @throws IllegalStateException if it lacks a secret that is required
     * @throws IllegalArgumentException if one of them is unusable
     */
    CallbackVerifier verifier(Account account) {
        CallbackVerifierBuilder builder = builder();
        account.callbackTokens().forEach(builder::token);
        account.callbackSecrets().forEach(builder::secret);
        account.callbackApiKeys().forEach(builder::apiKey);
        return builder.build();
    }
}
