package net.aurpay.webhook.endpoint;

/** What the configuration makes of the webhook. */
sealed interface WebhookState {
    /** No {@code aurpay.webhook.*} is configured: callbacks are answered with 404. */
    record NotConfigured() implements WebhookState {}

    /** A part is missing. The deployment fails; a server that runs the application all the same answers callbacks with 503. */
    record Failed(Throwable reason) implements WebhookState {}

    /** Callbacks are processed. */
    record Running(Webhook webhook) implements WebhookState {}
}
