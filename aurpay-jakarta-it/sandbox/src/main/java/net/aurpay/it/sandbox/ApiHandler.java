package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** The API over HTTP: read whole, write down, answer or fail as told. */
final class ApiHandler implements HttpHandler {
    private static final int MAX_BODY = 1024 * 1024;

    private final Operations operations;
    private final Gatekeeper gatekeeper;
    private final Journal journal;
    private final Faults faults;
    private final CountDownLatch closed;

    ApiHandler(Operations operations, Gatekeeper gatekeeper, Journal journal, Faults faults, CountDownLatch closed) {
        this.operations = operations;
        this.gatekeeper = gatekeeper;
        this.journal = journal;
        this.faults = faults;
        this.closed = closed;
    }

    static ReceivedRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw ApiError.unprocessable("body", "larger than " + MAX_BODY + " bytes");
        }
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress().getPort());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        ReceivedRequest request;
        try {
            request = read(exchange);
        } catch (ApiError e) {
            Fault.send(exchange, e.answer());
            return;
        }
        journal.add(request);
        Fault fault = faults.take(request);
        Answer answer = answer(request);
        if (fault == null) {
            Fault.send(exchange, answer);
        } else {
            fault.answer(exchange, answer, closed);
        }
    }

    private Answer answer(ReceivedRequest request) {
        try {
            return Answer.success(operations.answer(request, gatekeeper));
        } catch (ApiError e) {
            return e.answer();
        } catch (RuntimeException e) {
            // a mistake of the sandbox must not look like a lost connection
            return Answer.of(500, "text/plain", "sandbox: " + e);
        }
    }
}
