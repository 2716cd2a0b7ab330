package net.aurpay.it.unfit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.OrderClient;

/** Uses an account that the configuration does not list. */
@ApplicationScoped
public class UnlistedAccountShop {
    @Inject
    @AurpayAccount("norht")
    OrderClient orders;
}
