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
import net.aurpay.webhook.payments.TablePayments;

/** The payments of the configured webhook. */
@ApplicationScoped
public class ConfiguredPayments implements Payments {
    @Inject
    WebhookLifecycle webhook;

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
        return payments().audit(from, to);
    }

    @Override
    public SettlementResult adopt(String orderId, String paymentId) {
        return payments().adopt(orderId, paymentId);
    }

    @Override
    public Payments forAccount(String name) {
        return payments().forAccount(name);
    }

    private TablePayments payments() {
        return webhook.payments()
                .orElseThrow(() -> new IllegalStateException("there are no payments, because " + WebhookKeys.DATASOURCE
                        + " is missing or the webhook has failed"
                        + " to start: set the key to the JNDI name of a data source, and see the log"));
    }
}
