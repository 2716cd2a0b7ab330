package net.aurpay.webhook.mutation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rules that decide whether a callback must be believed.
 *
 * @param bases the bases of the URLs; each of them is valid, and so is each token and each secret
 * @param now the time of the verifier: valid dates are up to a day earlier and up to five minutes later
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
