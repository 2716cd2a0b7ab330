package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import net.aurpay.it.qr.QrCode;

/** Serves {@code /sandbox/…}: lets the pages, and tests in another process, control the sandbox. */
final class ControlHandler implements HttpHandler {
    private static final int LISTED = 50;
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
                    ? code(request.path().substring(CODES.length()))
                    : SandboxResponse.json(200, act(request));
        } catch (ApiError e) {
            response = e.response();
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

    /** The address to pay to, as a QR code for a wallet. */
    private SandboxResponse code(String orderId) {
        String address = sandbox.order(orderId).address();
        if (address.isEmpty()) {
            throw ApiError.notFound();
        }
        return SandboxResponse.of(200, "image/svg+xml", QrCode.svg(address));
    }

    private JsonValue act(ReceivedRequest request) {
        String[] path = request.path().substring("/sandbox/".length()).split("/", -1);
        boolean post = request.method().equals("POST");
        if (path[0].equals("orders") && path.length == 1) {
            JsonArrayBuilder orders = Json.createArrayBuilder();
            sandbox.orders().stream().limit(LISTED).forEach(order -> orders.add(json.order(order)));
            return orders.build();
        } else if (path[0].equals("orders") && path.length == 2) {
            return json.order(sandbox.order(path[1]));
        } else if (path[0].equals("orders") && path.length == 3 && post) {
            return json.order(change(path[1], path[2]));
        } else if (path[0].equals("choices") && path.length == 2) {
            return post ? choose(path[1], new RequestBody(request)) : choice(path[1]);
        } else if (path[0].equals("callbacks") && path.length == 3 && path[2].equals("send") && post) {
            sandbox.sendAgain(path[1]);
            return JsonValue.EMPTY_JSON_OBJECT;
        } else if (post && requestFault(String.join("/", path), request)) {
            return JsonValue.EMPTY_JSON_OBJECT;
        } else if (path[0].equals("state") && path.length == 1) {
            return json.state(LISTED);
        }
        throw ApiError.notFound();
    }

    /** Returns false if the path does not request a fault. */
    private boolean requestFault(String path, ReceivedRequest request) {
        switch (path) {
            case "faults" -> FaultRequest.queue(sandbox.faults(), new RequestBody(request).json());
            case "faults/clear" -> {
                sandbox.faults().clear();
                sandbox.callbackPlan(CallbackPlan.NORMAL);
                sandbox.nextCallbackPlan(null);
            }
            case "callback-plan" -> plan(new RequestBody(request).json());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void plan(JsonObject request) {
        if (request.getBoolean("once", false)) {
            sandbox.nextCallbackPlan(FaultRequest.plan(request));
        } else {
            sandbox.callbackPlan(FaultRequest.plan(request));
        }
    }

    private SandboxOrder change(String orderId, String action) {
        return switch (action) {
            case "pay" -> sandbox.pay(orderId);
            case "underpay" -> sandbox.underpay(orderId);
            case "resolve" -> sandbox.resolve(orderId);
            case "expire" -> sandbox.expire(orderId);
            case "refund" -> {
                sandbox.refund(orderId);
                yield sandbox.order(orderId);
            }
            default -> throw ApiError.notFound();
        };
    }

    private JsonObject choice(String token) {
        Ledger.Choice choice = sandbox.choice(token);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("price", PageJson.money(choice.price()))
                .add("currency", choice.currency())
                .add("coins", new Recordings().get("cryptoCurrencies"));
        return choice.orderId() == null
                ? json.build()
                : json.add("order_id", choice.orderId()).build();
    }

    private JsonObject choose(String token, RequestBody body) {
        return json.order(sandbox.choose("token=" + token, body.text("chain"), body.text("currency")));
    }
}
