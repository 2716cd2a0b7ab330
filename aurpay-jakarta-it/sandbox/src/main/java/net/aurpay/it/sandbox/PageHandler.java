package net.aurpay.it.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Serves the sandbox's page, which shows the cashier or the list of orders, depending on the fragment of its URL, and the
 * API's OpenAPI document.
 */
final class PageHandler implements HttpHandler {
    private static final Map<String, String> TYPES = Map.of(
            "/index.html", "text/html; charset=utf-8",
            "/page.css", "text/css; charset=utf-8",
            "/main.js", "text/javascript; charset=utf-8",
            "/page.js", "text/javascript; charset=utf-8",
            "/names.js", "text/javascript; charset=utf-8",
            "/cashier.js", "text/javascript; charset=utf-8",
            "/controls.js", "text/javascript; charset=utf-8",
            "/faults.js", "text/javascript; charset=utf-8",
            "/orders.js", "text/javascript; charset=utf-8",
            "/openapi.json", "application/json");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = path.equals("/") ? "/index.html" : path;
        String type = TYPES.get(file);
        try (InputStream page = type == null ? null : PageHandler.class.getResourceAsStream(file.substring(1))) {
            if (page == null || type == null) {
                Fault.send(exchange, SandboxResponse.of(404, "text/plain", "Not Found"));
                return;
            }
            SandboxResponse response = new SandboxResponse(
                    200,
                    Map.of(
                            "Content-Type", type,
                            "Cache-Control", "no-store",
                            "Content-Security-Policy", "default-src 'self'; img-src 'self' data:"),
                    page.readAllBytes());
            Fault.send(exchange, response);
        }
    }
}
