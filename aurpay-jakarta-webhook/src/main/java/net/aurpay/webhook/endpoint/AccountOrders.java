package net.aurpay.webhook.endpoint;

import net.aurpay.webhook.payments.AccountAccess;

/**
 * What the webhook does with the orders of one account.
 *
 * @param name empty for the unnamed account
 * @param api calls Aurpay with the credentials of the account
 */
record AccountOrders(String name, ApiClients api, OrderConfirmation confirmation, OrderSettlement settlement) {
    AccountAccess access() {
        return new AccountAccess(name, api, api, settlement, api::callbacks);
    }
}
