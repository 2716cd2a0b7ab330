package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages and a test in another process do to a sandbox: {@code /sandbox/…}. */
final class ControlHandler implements HttpHandler {
    private static final int LISTED = 50;

    private final Sandbox sandbox;

    ControlHandler(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            ReceivedRequest request = ApiHandler.read(exchange);
            refuseForeignPages(request);
            answer = Answer.json(200, act(request));
        } catch (ApiError e) {
            answer = e.answer();
        }
        Fault.send(exchange, answer);
    }

    /** Any page in the developer's browser could post here; only the sandbox's own may. */
    private void refuseForeignPages(ReceivedRequest request) {
        String origin = request.header("Origin");
        String host = request.header("Host");
        if (origin != null && !origin.equals("http://" + host)) {
            throw ApiError.business(403, "Only the sandbox's own pages may do this");
        }
    }

    private JsonValue act(ReceivedRequest request) {
        String[] path = request.path().substring("/sandbox/".length()).split("/", -1);
        boolean post = request.method().equals("POST");
        if (path[0].equals("orders") && path.length == 1) {
            JsonArrayBuilder orders = Json.createArrayBuilder();
            sandbox.orders().stream().limit(LISTED).forEach(order -> orders.add(order(order)));
            return orders.build();
        } else if (path[0].equals("orders") && path.length == 2) {
            return order(sandbox.order(path[1]));
        } else if (path[0].equals("orders") && path.length == 3 && post) {
            return order(change(path[1], path[2]));
        } else if (path[0].equals("choices") && path.length == 2) {
            return post ? choose(path[1], new RequestBody(request)) : choice(path[1]);
        } else if (path[0].equals("callbacks") && path.length == 3 && path[2].equals("send") && post) {
            sandbox.sendAgain(path[1]);
            return JsonValue.EMPTY_JSON_OBJECT;
        } else if (path[0].equals("faults") && path.length == 1 && post) {
            FaultRequest.queue(sandbox.faults(), new RequestBody(request).json());
            return JsonValue.EMPTY_JSON_OBJECT;
        } else if (path[0].equals("callback-plan") && path.length == 1 && post) {
            sandbox.callbackPlan(FaultRequest.plan(new RequestBody(request).json()));
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        throw ApiError.notFound();
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
                .add("price", choice.price().toPlainString())
                .add("currency", choice.currency())
                .add("coins", new Recordings().get("cryptoCurrencies"));
        return choice.orderId() == null
                ? json.build()
                : json.add("order_id", choice.orderId()).build();
    }

    private JsonObject choose(String token, RequestBody body) {
        return order(sandbox.choose("token=" + token, body.text("chain"), body.text("currency")));
    }

    private JsonObject order(SandboxOrder order) {
        JsonObjectBuilder json = Json.createObjectBuilder(Shapes.detail(order));
        add(json, "succeed_url", order.urls().succeedUrl());
        add(json, "timeout_url", order.urls().timeoutUrl());
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        List<CallbackAttempt> all = sandbox.callbacks().of(order.orderId());
        all.forEach(attempt -> attempts.add(Json.createObjectBuilder()
                .add("callback", attempt.callback())
                .add("number", attempt.number())
                .add("time", attempt.time().toString())
                .add("method", attempt.method())
                .add("url", attempt.url())
                .add("status", attempt.status())
                .add("error", attempt.error())));
        return json.add("callbacks", attempts).build();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
