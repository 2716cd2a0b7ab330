package net.aurpay.it.several;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;

/** What can be injected for two accounts of the configuration. */
@ApplicationScoped
public class InjectedAccounts {
    @Inject
    @AurpayAccount("north")
    OrderClient northOrders;

    @Inject
    @AurpayAccount("north")
    WalletClient northWallets;

    @Inject
    @AurpayAccount("north")
    LightningClient northLightning;

    @Inject
    @AurpayAccount("north")
    OwnInterface northOwn;

    @Inject
    @AurpayAccount("north")
    Aurpay north;

    @Inject
    @AurpayAccount("south")
    OrderClient southOrders;

    @Inject
    @AurpayAccount("south")
    WalletClient southWallets;

    @Inject
    @AurpayAccount("south")
    LightningClient southLightning;

    @Inject
    @AurpayAccount("south")
    OwnInterface southOwn;

    @Inject
    @AurpayAccount("south")
    Aurpay south;

    Aurpay aurpay(String account) {
        return account.equals("north") ? north : south;
    }

    Object client(String account, String client) {
        boolean isNorth = account.equals("north");
        return switch (client) {
            case "orders" -> isNorth ? northOrders : southOrders;
            case "wallets" -> isNorth ? northWallets : southWallets;
            case "lightning" -> isNorth ? northLightning : southLightning;
            default -> isNorth ? northOwn : southOwn;
        };
    }
}
