package net.aurpay.webhook.mutation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What decides whether a callback must be believed.
 *
 * @param bases of the URLs, each as good as the others; so with tokens and secrets
 * @param now the middle of the dates: good ones are up to a day behind it and up to five minutes ahead
 * @param ahead a date that is later by more than this is rejected; five minutes or more
 * @param behind a date that is earlier by more than this is rejected; a day or more
 */
public record MutationRules(
        List<String> bases,
        List<String> tokens,
        List<String> secrets,
        String apiKey,
        Instant now,
        Duration ahead,
        Duration behind) {}
