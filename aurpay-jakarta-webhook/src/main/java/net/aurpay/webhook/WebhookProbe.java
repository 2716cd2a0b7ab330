package net.aurpay.webhook;

/**
 * Checks whether callbacks would arrive unchanged: sends one request to {@code <aurpay.webhook.url>/probe}, the first of
 * these URLs, and compares it with what arrives. {@code @Inject} it. Thread-safe.
 *
 * <p>It cannot prove that Aurpay gets through, because the request starts inside your own network: a firewall may treat
 * requests from outside differently, and the public name may lead elsewhere.
 *
 * <p>The request carries no secret, fires no event, and leaves nothing in the inbox. Only this application, on any node with the same
 * {@code aurpay.webhook.secret}, says what arrived; anybody else who sends such a request gets the response to a callback that is
 * not authentic. With {@code aurpay.webhook.probe=true}, the application probes once after its start and logs the result.
 */
public interface WebhookProbe {
    /**
     * Sends one request and waits for the response, at most about fifteen seconds. Do not call it while the application is
     * starting, because then it cannot respond.
     *
     * @throws IllegalStateException if {@code aurpay.webhook.url} or {@code aurpay.webhook.secret} is missing
     */
    ProbeReport probe();
}
