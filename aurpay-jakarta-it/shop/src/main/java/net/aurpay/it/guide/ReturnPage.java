package net.aurpay.it.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.webhook.Settlement;
import net.aurpay.webhook.SettlementException;

/** Settles an order before the page is shown to which the customer returns after paying. */
@ApplicationScoped
public class ReturnPage {
    private static final System.Logger LOG = System.getLogger(ReturnPage.class.getName());

    @Inject
    Settlement settlement;

    /** Afterwards, read the purchase from your own database: your observer has written to it. */
    public void settle(Callbacks callbacks, String orderId) {
        try {
            settlement.settle(callbacks, orderId);
        } catch (AurpayException | SettlementException e) {
            LOG.log(Level.WARNING, "order " + orderId + " cannot be settled now; a callback or a sweep will", e);
        }
    }
}
