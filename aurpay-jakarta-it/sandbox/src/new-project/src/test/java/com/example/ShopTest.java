package com.example;

import static org.junit.jupiter.api.Assertions.*;
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.net.http.*;
import net.aurpay.sandbox.*;
import org.junit.jupiter.api.*;

@AurpaySandbox class ShopTest {
    static HttpServer shop; // in place of your application
    @BeforeAll static void start() throws Exception {
        shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        shop.createContext("/", call -> { call.sendResponseHeaders(200, -1); call.close(); });
        shop.start();
    }
    String buy(SandboxHandle sandbox, String reference) throws Exception {
        String order = "{'chain': 'TRX', 'currency': 'USDT-TRC20', 'vs_price': 9.5, 'vs_currency': 'USD', 'callback_url': 'URL'}"
                .replace("URL", "http://127.0.0.1:" + shop.getAddress().getPort() + "/?reference=" + reference).replace('\'', '"');
        HttpRequest request = HttpRequest.newBuilder(sandbox.url().resolve("/api/order/pay-info"))
                .header("API-Key", sandbox.credentials().apiKey()).POST(HttpRequest.BodyPublishers.ofString(order)).build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        return reference;
    }
    @Test void payment(SandboxHandle sandbox) throws Exception {
        sandbox.pay(buy(sandbox, "A1"));
        sandbox.awaitPaid("A1");
    }
    @Test void lostCallback(SandboxHandle sandbox) throws Exception {
        sandbox.loseCallbacks();
        sandbox.pay(buy(sandbox, "A2"));
        assertEquals(1, sandbox.sendLostCallbacks());
        sandbox.awaitPaid("A2");
    }
    @Test void underpaid(SandboxHandle sandbox) throws Exception {
        assertEquals("PARTIAL", sandbox.underpay(buy(sandbox, "A3")).status());
        assertTrue(sandbox.callbacks("A3").isEmpty());
    }
}
