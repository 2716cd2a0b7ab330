package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.aurpay.it.qr.QrCode;
import org.jspecify.annotations.Nullable;

/** Serves {@code /sandbox/…}: lets the pages, and tests in another process, control the sandbox. */
final class ControlHandler implements HttpHandler {
    private static final int LISTED = 50;
    private static final String ACCOUNT = "account";
    private static final String CODES = "/sandbox/codes/";

    private final Sandbox sandbox;
    private final PageJson json;

    ControlHandler(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.json = new PageJson(sandbox);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        SandboxResponse response;
        try {
            ReceivedRequest request = ApiHandler.read(exchange);
            rejectForeignPages(request);
            response = request.path().startsWith(CODES)
                    ? code(request, request.path().substring(CODES.length()))
                    : SandboxResponse.json(200, act(request));
        } catch (ApiError e) {
            response = e.response();
        } catch (ClassCastException e) {
            // thrown by JSON-P if a field has another type
            response =
                    ApiError.unprocessable("body", "a field has the wrong type").response();
        }
        Fault.send(exchange, response);
    }

    /** Rejects requests from pages of other origins: any page in the developer's browser could send them. */
    private void rejectForeignPages(ReceivedRequest request) {
        String origin = request.header("Origin");
        String host = request.header("Host");
        if (origin != null && !origin.equals("http://" + host) && !origin.equals(sandbox.url())) {
            throw ApiError.business(403, "Only the sandbox's own pages may do this");
        }
    }

    /** The address or the invoice to pay to, as a QR code for a wallet. */
    private SandboxResponse code(ReceivedRequest request, String orderId) {
        String payTo = holder(request, orderId).order(orderId).payTo();
        if (payTo.isEmpty()) {
            throw ApiError.notFound();
        }
        return SandboxResponse.of(200, "image/svg+xml", QrCode.svg(payTo));
    }

    /** Returns the account that the request names, or the one that has the order. */
    private SandboxAccount holder(ReceivedRequest request, String orderId) {
        String name = new Parameters(request.query()).get(ACCOUNT);
        SandboxAccounts all = sandbox.allAccounts();
        return name == null || name.equals(SandboxOptions.UNNAMED) ? all.holder(orderId) : all.named(name);
    }

    /** Returns a filter for the name of the account that the request names; true for all if it names none. */
    private static Predicate<String> ofAccount(ReceivedRequest request) {
        return new Parameters(request.query()).and(any -> true, ACCOUNT, UnaryOperator.identity());
    }

    private JsonValue act(ReceivedRequest request) {
        String path = request.path().substring("/sandbox/".length());
        String[] parts = path.split("/", -1);
        boolean post = request.method().equals("POST");
        if (parts[0].equals("orders") && parts.length == 2) {
            return json.order(holder(request, parts[1]).order(parts[1]));
        } else if (parts[0].equals("orders") && parts.length == 3 && post) {
            return json.order(change(holder(request, parts[1]), parts[1], parts[2], body(request)));
        } else if (parts[0].equals("choices") && parts.length == 2) {
            return post ? choose(parts[1], new RequestBody(request)) : choice(parts[1]);
        } else if (parts[0].equals("callbacks") && parts.length == 3 && parts[2].equals("send") && post) {
            sandbox.sendAgain(parts[1]);
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        return post ? command(path, request) : show(path, ofAccount(request));
    }

    private JsonValue show(String path, Predicate<String> ofAccount) {
        return switch (path) {
            case "orders" -> json.orders(LISTED, ofAccount);
            case "state" -> json.state(LISTED, ofAccount);
            case "callbacks" -> json.attempts(ofAccount);
            case "accounts" -> json.accounts();
            case "clock" -> json.clock();
            case "requests" -> PageJson.counts(sandbox.requestCounts().all());
            default -> throw ApiError.notFound();
        };
    }

    private JsonValue command(String path, ReceivedRequest request) {
        JsonObject body = body(request).json();
        switch (path) {
            case "faults" -> FaultRequest.queue(sandbox.faults(), body);
            case "faults/clear" -> clearFaults();
            case "callback-plan" -> plan(body);
            case "callback-losses" -> sandbox.callbackLosses().share(FaultRequest.share(body));
            case "refund-delay" -> sandbox.refunds().delay(FaultRequest.duration(body, "delay"));
            case "next-order-id" -> nextOrderId(request, body(request).text("orderId"));
            case "clock" -> {
                advance(FaultRequest.duration(body, "forward"));
                return json.clock();
            }
            case "requests/reset" -> {
                return PageJson.counts(sandbox.requestCounts().reset());
            }
            default -> throw ApiError.notFound();
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /** A request without a body is the same as one with an empty object. */
    private static RequestBody body(ReceivedRequest request) {
        return request.body().length > 0 ? new RequestBody(request) : RequestBody.EMPTY;
    }

    private void clearFaults() {
        sandbox.faults().clear();
        sandbox.callbackPlan(CallbackPlan.NORMAL);
        sandbox.nextCallbackPlan(null);
        sandbox.callbackLosses().clear();
        sandbox.refunds().delay(Duration.ZERO);
    }

    /** Gives the next order of the account that the request names, or of the first merchant, this id. */
    private void nextOrderId(ReceivedRequest request, String orderId) {
        String name = new Parameters(request.query()).get(ACCOUNT);
        SandboxAccounts all = sandbox.allAccounts();
        try {
            (name == null || name.equals(SandboxOptions.UNNAMED) ? all.first() : all.named(name)).nextOrderId(orderId);
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable("orderId", String.valueOf(e.getMessage()));
        }
    }

    private void advance(Duration by) {
        try {
            sandbox.clock().advance(by);
        } catch (IllegalArgumentException e) {
            throw ApiError.unprocessable("forward", String.valueOf(e.getMessage()));
        }
    }

    private void plan(JsonObject request) {
        if (FaultRequest.flag(request, "once")) {
            sandbox.nextCallbackPlan(FaultRequest.plan(request));
        } else {
            sandbox.callbackPlan(FaultRequest.plan(request));
        }
    }

    private SandboxOrder change(SandboxAccount account, String orderId, String action, RequestBody body) {
        return switch (action) {
            case "pay" -> account.pay(orderId);
            case "underpay" -> account.underpay(orderId, amount(body));
            case "overpay" -> account.overpay(orderId, amount(body));
            case "pay-late" -> account.payLate(orderId, amount(body));
            case "resolve" -> account.resolve(orderId);
            case "request-remaining" -> account.requestRemaining(orderId);
            case "expire" -> account.expire(orderId);
            case "refund" -> {
                account.refund(orderId);
                yield account.order(orderId);
            }
            case "complete-refund" -> account.completeRefund(orderId);
            case "callback-losses" -> {
                SandboxOrder order = account.order(orderId);
                sandbox.callbackLosses().of(order.key(), FaultRequest.fate(body.json()));
                yield order;
            }
            default -> throw ApiError.notFound();
        };
    }

    private static @Nullable BigDecimal amount(RequestBody body) {
        return body.json().containsKey("amount") ? body.positive("amount") : null;
    }

    private JsonObject choice(String token) {
        Ledger.Choice choice = sandbox.choice(token);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("price", PageJson.money(choice.price()))
                .add("currency", choice.currency())
                .add("coins", new Recordings().get("cryptoCurrencies"));
        String account = this.json.account(choice.merchant());
        if (account != null) {
            json.add("account", account);
        }
        return choice.orderId() == null
                ? json.build()
                : json.add("order_id", choice.orderId()).build();
    }

    private JsonObject choose(String token, RequestBody body) {
        return json.order(sandbox.choose("token=" + token, body.text("chain"), body.text("currency")));
    }
}
