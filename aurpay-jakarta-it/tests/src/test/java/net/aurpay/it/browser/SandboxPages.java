package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox and a shop that accepts authentic callbacks only; a test uses the sandbox's pages. */
class SandboxPages {
    private final Chromium chromium;

    /** Does not retry callbacks: only the button sends one again. */
    final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
            .merchants(List.of(Keys.random("mct-07d283468bf8")))
            .retryPauses(List.of()));

    final Page page;
    private HttpServer shop;

    SandboxPages(Chromium chromium) {
        this.chromium = chromium;
        this.page = chromium.page();
    }

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            Headers headers = exchange.getRequestHeaders();
            SignedCallback right = SignedCallback.of(
                            URI.create(shop(exchange.getRequestURI().toString())))
                    .signedWith(sandbox.keys().callbackToken(), sandbox.keys().callbackSecret())
                    .withDate(headers.getFirst("Date"));
            boolean authentic = List.of(right.headers().get("Signature")).equals(headers.get("Signature"));
            exchange.sendResponseHeaders(authentic ? 200 : 401, -1);
            exchange.close();
        });
        shop.createContext("/back", exchange -> {
            byte[] back = "<title>Shop</title><link rel=icon href=data:,>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, back.length);
            exchange.getResponseBody().write(back);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void stop() {
        List<String> errors = chromium.errors();
        shop.stop(0);
        sandbox.close();
        assertThat(errors).isEmpty();
    }

    /** What a customer sees of an order. */
    Locator payment() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your payment"));
    }

    Locator state() {
        return payment().locator(".state");
    }

    void press(String name) {
        button(name).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    String shop(String target) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + target;
    }

    String order(String callback) throws Exception {
        return order(sandbox, sandbox.keys(), callback);
    }

    String order(Sandbox at, Keys keys, String callback) throws Exception {
        return created(
                        at,
                        keys,
                        "order/pay-info",
                        Json.createObjectBuilder()
                                .add("chain", "TRX")
                                .add("currency", "USDT-TRC20")
                                .add("vs_currency", "USD")
                                .add("vs_price", new BigDecimal("9.5"))
                                .add("callback_url", callback)
                                .add("timeout_callback", callback + "?late")
                                .add("succeed_url", shop("/back"))
                                .add("timeout_url", shop("/back")))
                .getString("order_id");
    }

    static JsonObject created(Sandbox at, Keys keys, String operation, JsonObjectBuilder body) throws Exception {
        String key = operation.startsWith("bln/") ? keys.lightningApiKey() : keys.apiKey();
        HttpRequest request = HttpRequest.newBuilder(URI.create(at.url() + "/api/" + operation))
                .header("API-Key", key)
                .POST(BodyPublishers.ofString(body.build().toString()))
                .build();
        String response = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return Json.createReader(new StringReader(response)).readObject().getJsonObject("data");
    }
}
