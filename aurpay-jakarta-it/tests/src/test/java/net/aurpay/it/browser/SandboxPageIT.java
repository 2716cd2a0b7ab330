package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
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
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uses the page of a sandbox, together with a shop that accepts authentic callbacks only. */
@Tag("debian")
class SandboxPageIT {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final Chromium CHROMIUM = new Chromium();

    /** Does not retry callbacks: only the button sends one again. */
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
            .merchants(List.of(Keys.random("mct-07d283468bf8")))
            .retryPauses(List.of()));

    private final Page page = CHROMIUM.page();
    private HttpServer shop;

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
        List<String> errors = CHROMIUM.errors();
        shop.stop(0);
        sandbox.close();
        assertThat(errors).isEmpty();
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @Test
    void forgedCallbackIsRejectedAndResentCallbackIsDelivered() throws Exception {
        String orderId = order(shop("/paid"));
        page.navigate(sandbox.url());
        press("Forge its signature");
        assertThat(page.locator("#waiting")).hasText("Waiting for the next callback: forged signature");

        sandbox.pay(orderId);

        Locator attempts = page.locator(".callback .attempts li");
        assertThat(attempts).hasText(new Pattern[] {Pattern.compile("#1.*401 not authentic")});
        assertThat(page.locator("#waiting")).hasText("No fault is waiting.");
        press("Send again: paid, order " + orderId);
        assertThat(attempts)
                .hasText(new Pattern[] {Pattern.compile("#1.*401 not authentic"), Pattern.compile("#2.*200 OK")});
    }

    @Test
    void lostCallbackIsListed() throws Exception {
        String orderId = order(shop("/paid"));
        page.navigate(sandbox.url());
        press("Lose it");
        assertThat(page.locator("#waiting")).hasText("Waiting for the next callback: lost");

        sandbox.expire(orderId);

        assertThat(page.locator(".callback h3")).hasText("timed out " + orderId);
        assertThat(page.locator(".callback .attempts")).containsText("lost on purpose");
    }

    @Test
    void callbacksAreLostUntilFaultsAreCancelled() throws Exception {
        String lost = order(shop("/paid"));
        String sent = order(shop("/paid"));
        page.navigate(sandbox.url());
        press("Lose all callbacks");
        assertThat(page.locator("#lasting")).containsText("100 % of the callbacks are lost");
        sandbox.pay(lost);
        assertThat(page.locator(".callback .attempts")).containsText("lost on purpose");

        press("No faults");

        assertThat(page.locator("#lasting")).hasCount(0);
        sandbox.pay(sent);
        assertThat(page.locator(".callback .attempts").first()).containsText("200 OK");
    }

    @Test
    void clockIsMovedForward() throws Exception {
        String orderId = order(shop("/paid"));
        page.navigate(sandbox.url());
        assertThat(page.locator("#clock")).hasText("It shows the real time.");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(orderId));
        assertThat(row.locator("td").nth(3)).containsText("PENDING");

        press("Move the clock forward by 1 day");
        press("Move the clock forward by 35 minutes");

        assertThat(page.locator("#clock")).hasText("It is ahead by 1 d 35 min.");
        assertThat(row.locator("td").nth(3)).containsText("OVERDUE");
        assertThat(page.locator(".callback h3")).hasText("timed out " + orderId);
    }

    @Test
    void remainingAmountIsRequestedAndPaid() throws Exception {
        String orderId = order(shop("/paid"));
        page.navigate(sandbox.url() + "/#/cashier/" + orderId);
        press("Underpay");
        assertThat(page.locator(".narrow .state")).hasText("PARTIAL");
        assertThat(button("Pay the rest")).hasCount(0);

        press("Request the remaining amount");
        assertThat(button("Request the remaining amount")).hasCount(0);
        press("Pay the rest");

        assertThat(page.locator(".narrow .state")).hasText("SUCCESS");
        assertThat(page.locator(".narrow .amount")).hasText(Pattern.compile("9\\.50[0-9]{2} USDT-TRC20"));
    }

    @Test
    void overdueOrderIsPaidLateAndAccepted() throws Exception {
        String orderId = order(shop("/paid"));
        sandbox.expire(orderId);
        page.navigate(sandbox.url() + "/#/cashier/" + orderId);

        press("Pay late");
        assertThat(button("Pay late")).hasCount(0);
        assertThat(button("Request the remaining amount")).hasCount(0);
        press("Accept as paid");

        assertThat(page.locator(".narrow .state")).hasText("RESOLVED");
        sandbox.refunds().delay(Duration.ofDays(1));
        press("Refund");
        press("Complete the refund");
        assertThat(page.locator(".narrow .state")).hasText("REFUNDED");
    }

    @Test
    void overpaidOrderShowsBothAmounts() throws Exception {
        page.navigate(sandbox.url() + "/#/cashier/" + order(shop("/paid")));

        press("Overpay");

        assertThat(page.locator(".narrow .state")).hasText("SUCCESS");
        assertThat(page.locator(".narrow .amount"))
                .hasText(Pattern.compile("19\\.0[0-9]{3} of 9\\.50[0-9]{2} USDT-TRC20"));
    }

    @Test
    void onlyACustomerWhoSawTheOrderOpenIsSentBackToTheShop() throws Exception {
        String orderId = order(shop("/paid"));
        String cashier = sandbox.url() + "/#/cashier/" + orderId;
        Page merchant = CHROMIUM.page();
        merchant.clock().install();
        page.clock().install();
        page.navigate(cashier);
        assertThat(page.locator(".narrow .state")).hasText("PENDING");
        press("Let it expire");
        assertThat(page.locator(".narrow .state")).hasText("OVERDUE");

        merchant.navigate(cashier);
        assertThat(merchant.locator(".narrow .state")).hasText("OVERDUE");
        merchant.clock().runFor(10_000);
        page.clock().runFor(10_000);

        assertThat(page).hasURL(shop("/back"));
        assertThat(merchant).hasURL(cashier);
        assertThat(merchant.locator("#back")).isVisible();
    }

    @Test
    void faultOfTheApiAffectsTheNextCallOnly() throws Exception {
        page.navigate(sandbox.url());
        press("Respond with an HTML 502");
        assertThat(page.locator("#waiting")).hasText("Waiting for the next call: html");

        assertThat(get("/api/v2/tx")).isEqualTo(502);

        assertThat(get("/api/v2/tx")).isEqualTo(200);
        assertThat(page.locator("#waiting")).hasText("No fault is waiting.");
    }

    @Test
    void faultsAreCancelled() throws Exception {
        page.navigate(sandbox.url());
        press("Drop the connection");
        press("Send it twice");
        assertThat(page.locator("#waiting")).hasText("Waiting for the next call: drop; the next callback: sent × 2");

        press("No faults");

        assertThat(page.locator("#waiting")).hasText("No fault is waiting.");
        assertThat(get("/api/v2/tx")).isEqualTo(200);
    }

    @Test
    void ordersAppearWithReadablePrices() throws Exception {
        page.navigate(sandbox.url());
        assertThat(page.locator("tbody tr").first()).isVisible();

        String orderId = order(shop("/paid"));
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(orderId));
        assertThat(row.locator("td").nth(1)).containsText("9.50 USD");
        sandbox.underpay(orderId);

        assertThat(row.locator("td").nth(2)).containsText(Pattern.compile("4\\.75[0-9]{2} of 9\\.50[0-9]{2} USDT"));
        assertThat(row.locator("td").nth(3)).containsText("PARTIAL");
    }

    @Test
    void olderOrdersAreFoldedAndStayOpenOnceOpened() throws Exception {
        page.navigate(sandbox.url());
        Locator oldest = page.getByText("20240613075702518420");
        assertThat(oldest).not().isVisible();
        page.getByText("3 older", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(oldest).isVisible();

        order(shop("/paid"));

        assertThat(page.locator("#older summary")).hasText("4 older");
        assertThat(oldest).isVisible();
    }

    @Test
    void phoneShowsEveryColumnWithItsName() throws Exception {
        String orderId = order(shop("/paid"));
        Page phone = CHROMIUM.page(320, ColorScheme.LIGHT);
        phone.navigate(sandbox.url());

        Locator cells = phone.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(orderId))
                .locator("td");

        assertThat(cells).hasCount(5);
        List<String> names = List.of("Order", "Price", "To pay", "State", "Created");
        for (int i = 0; i < names.size(); i++) {
            assertThat(cells.nth(i)).isVisible();
            assertThat(cells.nth(i).locator(".head")).isVisible();
            assertThat(cells.nth(i)).containsText(names.get(i));
        }
    }

    @Test
    void keyboardFocusStaysWhenThePageChanges() {
        page.navigate(sandbox.url());
        Locator button = button("Lose it");
        button.focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#waiting")).hasText("Waiting for the next callback: lost");
        assertThat(button).isFocused();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Requested: lose it.");
    }

    @Test
    void markupInAUrlIsTextAndStaysVisibleWhenThePageChanges() throws Exception {
        sandbox.pay(order(MARKUP));
        page.navigate(sandbox.url());
        page.locator(".callback summary").click();

        assertThat(page.locator(".callback details p")).hasText(MARKUP);
        sandbox.expire(order(shop("/paid")));
        assertThat(page.locator(".callback")).hasCount(2);
        assertThat(page.getByText(MARKUP)).isVisible();
        assertThat(page.locator("img[src=x]")).hasCount(0);
    }

    @Test
    void ordersAndCallbacksAreShownByAccount() throws Exception {
        try (Sandbox several = Sandbox.start(SandboxOptions.defaults()
                .account("north", Keys.random("mct-north"))
                .account("south", Keys.random("mct-south"))
                .account("west", Keys.random("mct-west"))
                .retryPauses(List.of()))) {
            // the accounts' orders have the same id
            for (String name : List.of("north", "south")) {
                several.account(name).nextOrderId("20300101120000000001");
                order(several, several.account(name).keys(), shop("/paid"));
            }
            several.account("south").expire("20300101120000000001");
            Locator rows =
                    page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("20300101120000000001"));

            page.navigate(several.url());
            assertThat(rows).hasCount(2);
            assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("(unnamed)")))
                    .not()
                    .hasCount(0);
            assertThat(page.locator(".callback")).containsText("Account south");
            Look.check(page, "sandbox-accounts");

            page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("north");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(rows.locator("td").nth(1)).containsText("north");
            assertThat(rows.locator("td").nth(4)).containsText("PENDING");
            assertThat(page.locator(".callback")).hasCount(0);
            assertThat(page).hasTitle("Orders of north – Aurpay sandbox");

            rows.getByRole(AriaRole.LINK).first().click();
            assertThat(page.locator(".narrow dd").first()).hasText("north");
            assertThat(page.locator("figure img")).hasJSProperty("complete", true);
            Look.check(page, "cashier-account");
            press("Pay");
            assertThat(page.locator(".narrow .state")).hasText("SUCCESS");
            assertThat(several.account("south").order("20300101120000000001").status())
                    .isEqualTo("OVERDUE");

            page.navigate(several.url());
            rows.filter(new Locator.FilterOptions().setHasText("OVERDUE"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("south"))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("south");
            page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("west");
            assertThat(page.getByText("This account has no orders yet.")).isVisible();
            Look.check(page, "sandbox-account-empty");
        }
    }

    @Test
    void sandboxWithoutNamedAccountsHasNoFilter() {
        page.navigate(sandbox.url());

        assertThat(page.locator("tbody tr").first()).isVisible();
        assertThat(page.locator("#account")).hasCount(0);
        assertThat(page.locator("thead").first()).not().containsText("Account");
    }

    @Test
    void everythingIsReadable() throws Exception {
        sandbox.nextCallbackPlan(CallbackPlan.NORMAL.tampering(CallbackPlan.Tampering.TOKEN));
        sandbox.expire(order(shop("/late/" + "x".repeat(200))));
        sandbox.pay(order(shop("/paid")));
        String partial = order(shop("/paid"));
        sandbox.underpay(partial);
        sandbox.refund(sandbox.pay(order(shop("/paid"))).orderId());
        String pending = order(shop("/paid"));
        String overdue = order(shop("/paid"));
        sandbox.faults().next(Fault.drop());
        sandbox.refunds().delay(Duration.ofHours(1));
        Page looked = CHROMIUM.page();

        looked.navigate(sandbox.url());
        assertThat(looked.locator(".callback")).hasCount(3);
        looked.locator(".callback summary").last().click();
        Look.check(looked, "sandbox");
        looked.navigate(sandbox.url() + "/#/cashier/" + pending);
        assertThat(looked.locator(".narrow .state")).hasText("PENDING");
        Look.check(looked, "cashier-pending");
        looked.navigate(sandbox.url() + "/#/cashier/" + partial);
        assertThat(looked.locator(".narrow .state")).hasText("PARTIAL");
        Look.check(looked, "cashier-partial");
        sandbox.callbackPlan(CallbackPlan.NORMAL.lost(true));
        sandbox.expire(overdue);
        looked.navigate(sandbox.url() + "/#/cashier/" + overdue);
        assertThat(looked.locator(".narrow .state")).hasText("OVERDUE");
        Look.check(looked, "cashier-overdue");
    }

    private void press(String name) {
        button(name).click();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String shop(String target) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + target;
    }

    private int get(String target) throws Exception {
        return HttpClient.newHttpClient()
                .send(request(target).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private String order(String callback) throws Exception {
        return order(sandbox, sandbox.keys(), callback);
    }

    private String order(Sandbox at, Keys keys, String callback) throws Exception {
        String body = Json.createObjectBuilder()
                .add("chain", "TRX")
                .add("currency", "USDT-TRC20")
                .add("vs_currency", "USD")
                .add("vs_price", new BigDecimal("9.5"))
                .add("callback_url", callback)
                .add("timeout_callback", callback + "?late")
                .add("timeout_url", shop("/back"))
                .build()
                .toString();
        String response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(at.url() + "/api/order/pay-info"))
                                .header("API-Key", keys.apiKey())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return Json.createReader(new StringReader(response))
                .readObject()
                .getJsonObject("data")
                .getString("order_id");
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + target))
                .header("API-Key", sandbox.keys().apiKey());
    }
}
