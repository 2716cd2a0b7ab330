package net.aurpay.webhook;

/**
 * Checks whether callbacks would arrive unchanged: sends one request to {@code <aurpay.webhook.url>/probe}, of several URLs to the
 * first, and compares it with what arrives. {@code @Inject} it. Thread-safe.
 *
 * <p>It cannot prove that Aurpay gets through, because the request starts inside your own network: a firewall may treat
 * requests from outside differently, and the public name may lead elsewhere.
 *
 * <p>The request carries no secret, fires no event, leaves nothing in the inbox, and counts as no callback. Only this application, on
 * any node with the same callback secret, says what arrived. Anybody else who sends such a request gets the response to a callback
 * that is not authentic. With {@code aurpay.webhook.probe=true}, the application probes once after its start and logs the result.
 */
public interface WebhookProbe {
    /**
     * Sends one request and waits for the response, seldom longer than twenty seconds. Do not call it while the application is
     * starting, because then it cannot respond.
     *
     * @throws IllegalStateException if the webhook is not configured, or the account has no callback secret, which proves that the
     *     probe is your own
     */
    ProbeReport probe();

    /**
     * Returns the probe of another account, which is sent to {@code <aurpay.webhook.url>/<account>/probe}. The accounts differ only in
     * this part of the path, so one probe usually tells enough.
     *
     * @throws IllegalArgumentException if there is no account of this name
     */
    WebhookProbe forAccount(String name);
}
