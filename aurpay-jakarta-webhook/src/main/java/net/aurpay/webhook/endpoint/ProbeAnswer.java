package net.aurpay.webhook.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import org.jspecify.annotations.Nullable;

/**
 * What a request to the address of the probe is answered.
 *
 * @param sealed what arrived; empty unless the request is this application's own probe
 */
record ProbeAnswer(int status, String sealed) {
    private static final System.Logger LOG = System.getLogger(ProbeAnswer.class.getName());
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    /**
     * Answers a request.
     *
     * @param scheme empty if not known
     * @param target raw path and raw query
     * @param headers all values of a header by its name
     */
    static ProbeAnswer of(
            WebhookLifecycle webhook,
            String scheme,
            String target,
            Function<String, ? extends @Nullable List<String>> headers) {
        try {
            return webhook.probes()
                    .filter(parts -> webhook.endpoint().isPresent())
                    .flatMap(parts -> parts.endpoint().answer(scheme, target, headers))
                    .map(answer -> new ProbeAnswer(OK, answer))
                    .orElseGet(() -> unauthentic(webhook, target));
        } catch (AurpayException e) {
            return new ProbeAnswer(UNAVAILABLE, "");
        } catch (RuntimeException e) {
            // For example, a header that the server itself cannot read. No error page is to tell the sender what
            // failed.
            LOG.log(System.Logger.Level.DEBUG, "a request to the address of the probe has failed", e);
            return new ProbeAnswer(FAILED, "");
        }
    }

    /** Answers as if this were a callback that is not authentic. */
    static ProbeAnswer unauthentic(WebhookLifecycle webhook, String target) {
        Optional<WebhookConfig> config = webhook.config();
        if (config.isEmpty()) {
            return new ProbeAnswer(NOT_FOUND, "");
        }
        if (webhook.endpoint().isEmpty()) {
            return new ProbeAnswer(UNAVAILABLE, "");
        }
        boolean unnamed = RawCallbackUrl.urlSuffix(target).split("\\?", 2)[0].equals("/probe");
        boolean served = !unnamed || config.get().verifier().isPresent();
        return new ProbeAnswer(served ? UNAUTHORIZED : NOT_FOUND, "");
    }
}
