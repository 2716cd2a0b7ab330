package net.aurpay.it;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.aurpay.webhook.mutation.MutationRules;
import net.aurpay.webhook.testing.SignedCallback;

/** The shop that receives hostile callbacks. Its context root is part of their bytes. */
final class HostileShop {
    private static final Duration YEARS = Duration.ofDays(3650);

    private HostileShop() {}

    static ApplicationArchive archive() {
        MutationRules rules = WireMutations.RULES;
        return new ApplicationArchive("hostile")
                .property("aurpay.webhook.url", String.join(",", rules.bases()))
                .property("aurpay.webhook.token", String.join(",", rules.tokens()))
                .property("aurpay.webhook.secret", String.join(",", rules.secrets()))
                .property("aurpay.webhook.api-key", rules.apiKey())
                .property("aurpay.webhook.tolerance", YEARS)
                .property("aurpay.webhook.max-age", YEARS)
                .property("aurpay.webhook.retention", YEARS.multipliedBy(2));
    }

    static Stream<String> secrets() {
        MutationRules rules = WireMutations.RULES;
        return Stream.concat(
                Stream.of(rules.apiKey()), Stream.concat(rules.tokens().stream(), rules.secrets().stream()));
    }

    /** Returns a callback that would be accepted but for one change that the server may reject. */
    static WireCallback changed(ContainerRejection kind) {
        MutationRules rules = WireMutations.RULES;
        String rest = "/succeeded?reference=listed&payment=" + String.format("%032x", new Random().nextLong());
        Map<String, String> headers = SignedCallback.of(URI.create(rules.bases().get(0) + rest))
                .signedWith(rules.tokens().get(0), rules.secrets().get(0))
                .headers();
        String good = "POST " + WireMutations.PREFIX + rest + " HTTP/1.1\r\nHost: shop.example.com\r\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        String request = good.replace(kind.find(), kind.replacement()).replace("{long}", "x".repeat(200_000));
        return new WireCallback(request, WireDraft.Verdict.EITHER, "", true);
    }
}
