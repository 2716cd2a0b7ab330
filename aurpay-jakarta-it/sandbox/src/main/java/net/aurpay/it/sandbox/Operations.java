package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Performs the 17 operations of the API, after {@link Gatekeeper} has authenticated the merchant. */
final class Operations {
    private final Ledger ledger;
    private final Recordings recordings;
    private final Payments payments;
    private final Refunds refunds;
    private final LogIns logIns;
    private final UnaryOperator<String> accountName;
    private final boolean verified;
    private final InstantSource clock;
    private volatile String base = "";

    /**
     * Creates the operations.
     *
     * @param accountName from the user id to the account's name
     */
    Operations(
            Ledger ledger,
            Recordings recordings,
            Payments payments,
            Refunds refunds,
            LogIns logIns,
            UnaryOperator<String> accountName,
            boolean verified,
            InstantSource clock) {
        this.ledger = ledger;
        this.recordings = recordings;
        this.payments = payments;
        this.refunds = refunds;
        this.logIns = logIns;
        this.accountName = accountName;
        this.verified = verified;
        this.clock = clock;
    }

    /** Sets the base URL of the cashier pages. */
    void base(String url) {
        base = url;
    }

    JsonValue perform(ReceivedRequest request, Gatekeeper gatekeeper) {
        String operation = request.method() + " " + request.path();
        // these two operations need no API credentials: they are how a client gets them
        if (operation.equals("POST /api/user/login")) {
            return logIns.logIn(new Parameters(request.text()));
        } else if (operation.equals("GET /api/plugin/key")) {
            return logIns.apiKey(request.header("Authorization"));
        }
        String merchant = gatekeeper.admit(request).userId();
        Parameters query = new Parameters(request.query());
        return switch (operation) {
            case "GET /api/order/pay/real-currency" -> recordings.get("fiatCurrencies");
            case "GET /api/order/pay/crypto-currency" -> recordings.get("cryptoCurrencies");
            case "POST /api/order/pay-url" -> paymentUrl(merchant, new RequestBody(request));
            case "POST /api/order/pay-info" -> paymentInfo(merchant, new RequestBody(request));
            case "GET /api/v2/order/" -> Listing.orders(ledger, merchant, query);
            case "GET /api/v2/tx" -> Listing.transactions(ledger, merchant, query);
            case "GET /api/withdraw/wallets" -> Json.createArrayBuilder().build();
            case "POST /api/withdraw" -> withdraw(new RequestBody(request));
            case "GET /api/contract/balance" -> recordings.get("selfCustodyBalances");
            case "GET /api/bln/balance" ->
                Json.createObjectBuilder()
                        .add("balance", ledger.lightningBalance(merchant).toPlainString())
                        .build();
            case "POST /api/bln/order" -> lightningOrder(merchant, new RequestBody(request));
            case "POST /api/bln/withdraw" -> lightningWithdrawal(merchant, new RequestBody(request));
            default -> orderOperation(request, merchant);
        };
    }

    private JsonValue orderOperation(ReceivedRequest request, String merchant) {
        String path = request.path();
        String id = path.substring(path.lastIndexOf('/') + 1);
        return switch (request.method() + " " + path.substring(0, path.length() - id.length())) {
            case "GET /api/v2/order/detail/" -> Shapes.detail(owned(merchant, id, Recordings.DETAIL_ORDER));
            case "GET /api/v2/order/refund-info/" -> refunds.info(owned(merchant, id, Recordings.REFUND_ORDER));
            case "POST /api/v2/order/refund/" -> refunds.refund(owned(merchant, id, Recordings.REFUND_ORDER));
            default -> throw ApiError.notFound();
        };
    }

    /**
     * Returns an order if it belongs to the merchant.
     *
     * @param recorded the order to use for the placeholder {@code :order_id}, which runners of the official collection
     *     send literally
     */
    private SandboxOrder owned(String merchant, String id, String recorded) {
        return ledger.order(new OrderKey(merchant, id.equals(":order_id") ? recorded : id));
    }

    private String fiat(RequestBody body, String field) {
        String currency = body.text(field);
        if (!recordings.hasFiatCurrency(currency)) {
            throw ApiError.unsupportedCurrency();
        }
        return currency;
    }

    private static Coin coin(RequestBody body) {
        return Coin.find(body.text("chain"), body.text("currency")).orElseThrow(ApiError::unsupportedCoin);
    }

    private JsonValue paymentUrl(String merchant, RequestBody body) {
        BigDecimal price = body.positive("price");
        Ledger.Choice choice =
                new Ledger.Choice(merchant, price, fiat(body, "currency"), OrderUrls.of(body.json()), null);
        String url = base + "/#/cashier/choose?token=" + ledger.offer(choice);
        return Json.createObjectBuilder().add("pay_url", url).build();
    }

    private JsonValue paymentInfo(String merchant, RequestBody body) {
        Coin coin = coin(body);
        BigDecimal price = body.positive("vs_price");
        SandboxOrder order = ledger.create(merchant, coin, price, fiat(body, "vs_currency"), OrderUrls.of(body.json()));
        payments.watch(order);
        return Shapes.paymentInfo(order, cashier(order));
    }

    private JsonValue lightningOrder(String merchant, RequestBody body) {
        OrderUrls urls = OrderUrls.of(body.json());
        OrderUrls getOnly =
                new OrderUrls(urls.succeedUrl(), urls.timeoutUrl(), urls.callbackUrl(), urls.timeoutCallback(), false);
        SandboxOrder order =
                ledger.create(merchant, Coin.LIGHTNING, body.positive("price"), fiat(body, "currency"), getOnly);
        payments.watch(order);
        return Shapes.lightningOrder(order, cashier(order));
    }

    private JsonValue withdraw(RequestBody body) {
        body.text("chain");
        body.text("currency");
        BigDecimal amount = body.positive("amount");
        if (!verified) {
            throw ApiError.notVerified();
        }
        coin(body);
        return Json.createObjectBuilder()
                .add("tx_id", UUID.randomUUID().toString())
                .add("amount", amount.toPlainString())
                .build();
    }

    private JsonObject lightningWithdrawal(String merchant, RequestBody body) {
        BigDecimal amount =
                body.json().containsKey("amount") ? body.positive("amount") : Invoices.amount(body.text("ln_invoices"));
        body.text("ln_invoices");
        BigDecimal left = ledger.moveLightning(merchant, amount.negate());
        return Shapes.lightningWithdrawal(merchant, UUID.randomUUID().toString(), amount, left, clock.instant());
    }

    private String cashier(SandboxOrder order) {
        String name = accountName.apply(order.userId());
        return base + "/#/cashier/" + order.orderId() + (name.equals(SandboxOptions.UNNAMED) ? "" : "?account=" + name);
    }
}
