package net.aurpay.webhook.mutation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What decides whether a callback must be believed.
 *
 * @param bases of the URLs, all equally valid; likewise tokens and secrets
 * @param now the middle of the dates: valid dates are up to a day earlier and up to five minutes later
 * @param ahead if a date is later by more than this, it is rejected; five minutes or more
 * @param behind if a date is earlier by more than this, it is rejected; a day or more
 */
public record MutationRules(
        List<String> bases,
        List<String> tokens,
        List<String> secrets,
        String apiKey,
        Instant now,
        Duration ahead,
        Duration behind) {}
