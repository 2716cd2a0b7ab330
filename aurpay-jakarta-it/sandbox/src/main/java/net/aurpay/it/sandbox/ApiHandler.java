package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Serves the API over HTTP: reads the request, records it, and responds, or fails if a fault was requested. */
final class ApiHandler implements HttpHandler {
    private static final int MAX_BODY = 1024 * 1024;

    private final Operations operations;
    private final Gatekeeper gatekeeper;
    private final Journal journal;
    private final RequestCounts counts;
    private final Faults faults;
    private final CountDownLatch closed;

    ApiHandler(
            Operations operations,
            Gatekeeper gatekeeper,
            Journal journal,
            RequestCounts counts,
            Faults faults,
            CountDownLatch closed) {
        this.operations = operations;
        this.gatekeeper = gatekeeper;
        this.journal = journal;
        this.counts = counts;
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
            Fault.send(exchange, e.response());
            return;
        }
        journal.add(request);
        counts.add(request);
        Fault fault = faults.take(request);
        SandboxResponse response = respond(request);
        if (fault == null) {
            Fault.send(exchange, response);
        } else {
            fault.respond(exchange, response, closed);
        }
    }

    private SandboxResponse respond(ReceivedRequest request) {
        try {
            return SandboxResponse.success(operations.perform(request, gatekeeper));
        } catch (ApiError e) {
            return e.response();
        } catch (RuntimeException e) {
            // a bug in the sandbox must not look like a lost connection
            return SandboxResponse.of(500, "text/plain", "sandbox: " + e);
        }
    }
}
