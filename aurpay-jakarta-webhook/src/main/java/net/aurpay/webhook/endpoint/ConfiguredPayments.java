package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.RefundResult;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.SweepReport;
import net.aurpay.webhook.inbox.WebhookKeys;

/** The payments of the configured webhook. */
@ApplicationScoped
public class ConfiguredPayments implements Payments {
    @Inject
    WebhookLifecycle webhook;

    private final AuditTelemetry telemetry = new AuditTelemetry();

    @Override
    public Payment open(String reference, PaymentRequest request) {
        return payments().open(reference, request);
    }

    @Override
    public PaymentUrl open(String reference, PaymentUrlRequest request) {
        return payments().open(reference, request);
    }

    @Override
    public Payment openAnother(String reference, PaymentRequest request) {
        return payments().openAnother(reference, request);
    }

    @Override
    public PaymentUrl openAnother(String reference, PaymentUrlRequest request) {
        return payments().openAnother(reference, request);
    }

    @Override
    public SweepReport sweep(int atMost) {
        return payments().sweep(atMost);
    }

    @Override
    public RefundResult refund(String orderId) {
        return payments().refund(orderId);
    }

    @Override
    public AuditReport audit(Instant from, Instant to) {
        AuditReport report = payments().audit(from, to);
        telemetry.report(report);
        return report;
    }

    @Override
    public SettlementResult adopt(String orderId, String paymentId) {
        return payments().adopt(orderId, paymentId);
    }

    private Payments payments() {
        return webhook.payments()
                .orElseThrow(() -> new IllegalStateException("there are no payments, because " + WebhookKeys.DATASOURCE
                        + " is missing or the webhook has failed"
                        + " to start: set the key to the JNDI name of a data source, and see the log"));
    }
}
