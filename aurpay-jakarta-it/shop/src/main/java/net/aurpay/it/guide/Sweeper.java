package net.aurpay.it.guide;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import net.aurpay.webhook.Payments;

/** Looks up the payments that no callback has reported. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Sweeper {
    @Inject
    Payments payments;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void sweep() {
        payments.sweep(1000);
    }
}
