package net.aurpay.sandbox;

/** The operations of Aurpay's API, named after the methods of this project's clients. */
public enum ApiOperation {
    LOG_IN("POST /api/user/login"),
    API_KEY("GET /api/plugin/key"),
    FIAT_CURRENCIES("GET /api/order/pay/real-currency"),
    CRYPTO_CURRENCIES("GET /api/order/pay/crypto-currency"),
    CREATE_PAYMENT_URL("POST /api/order/pay-url"),
    CREATE_PAYMENT("POST /api/order/pay-info"),
    ORDERS("GET /api/v2/order/"),
    ORDER("GET /api/v2/order/detail/{order_id}"),
    REFUND_INFO("GET /api/v2/order/refund-info/{order_id}"),
    REFUND("POST /api/v2/order/refund/{order_id}"),
    TRANSACTIONS("GET /api/v2/tx"),
    WALLETS("GET /api/withdraw/wallets"),
    WITHDRAW("POST /api/withdraw"),
    SELF_CUSTODY_BALANCES("GET /api/contract/balance"),
    LIGHTNING_BALANCE("GET /api/bln/balance"),
    CREATE_LIGHTNING_ORDER("POST /api/bln/order"),
    LIGHTNING_WITHDRAW("POST /api/bln/withdraw");

    private final String request;

    ApiOperation(String request) {
        this.request = request;
    }

    /** Returns the method and path of the operation, as {@code Sandbox.requestCounts} spells them. */
    String request() {
        return request;
    }
}
