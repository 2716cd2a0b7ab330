package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import net.aurpay.it.sandbox.SandboxOrder;
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
        assertThat(row.locator("td").nth(3)).containsText("Waiting for payment");

        press("Move the clock forward by 1 day");
        press("Move the clock forward by 35 minutes");

        assertThat(page.locator("#clock")).hasText("It is ahead by 1 d 35 min.");
        assertThat(row.locator("td").nth(3)).containsText("Expired");
        assertThat(page.locator(".callback h3")).hasText("timed out " + orderId);
    }

    @Test
    void underpaidCustomerSeesWhatIsMissingAndPaysItOnRequest() throws Exception {
        SandboxOrder order = sandbox.order(order(shop("/paid")));
        page.navigate(sandbox.url() + "/#/cashier/" + order.orderId());
        press("Underpay");
        assertThat(state()).hasText("Underpaid");
        BigDecimal paid = Objects.requireNonNull(sandbox.order(order.orderId()).paid());
        String missing = order.amount().subtract(paid).toPlainString();
        assertThat(payment().locator(".sums"))
                .hasText("Asked for" + order.amount() + " USDTReceived" + paid + " USDTMissing" + missing + " USDT");
        assertThat(button("Pay the rest")).hasCount(0);
        assertThat(payment().locator("img")).hasCount(0);

        press("Request the remaining amount");
        assertThat(button("Request the remaining amount")).hasCount(0);
        assertThat(payment().locator(".amount")).hasText(missing + " USDT");
        assertThat(payment().getByText(order.address())).isVisible();
        press("Pay the rest");

        assertThat(state()).hasText("Paid");
        assertThat(payment().locator(".sums")).hasText("Received" + order.amount() + " USDT");
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

        assertThat(state()).hasText("Accepted as paid");
        sandbox.refunds().delay(Duration.ofDays(1));
        press("Refund");
        assertThat(state()).hasText("Refund requested");
        press("Complete the refund");
        assertThat(state()).hasText("Refunded");
    }

    @Test
    void overpaidOrderShowsWhatIsTooMuch() throws Exception {
        SandboxOrder order = sandbox.order(order(shop("/paid")));
        page.navigate(sandbox.url() + "/#/cashier/" + order.orderId());

        press("Overpay");

        assertThat(state()).hasText("Paid");
        assertThat(payment().locator(".sums"))
                .hasText("Asked for" + order.amount() + " USDTReceived"
                        + order.amount().add(order.amount()) + " USDTToo much" + order.amount() + " USDT");
    }

    @Test
    void customerSeesNothingOfTheControls() throws Exception {
        page.navigate(sandbox.url() + "/#/cashier/" + order(shop("/paid")));
        Locator controls = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Sandbox controls"));
        assertThat(controls.getByRole(AriaRole.BUTTON))
                .hasText(new String[] {"Pay", "Underpay", "Overpay", "Let it expire"});
        assertThat(controls).containsText("PENDING");
        assertThat(payment().getByRole(AriaRole.BUTTON)).hasText(new String[] {"Copy", "Copy", "Copy"});
        assertThat(payment()).not().containsText("PENDING");

        press("Pay");

        assertThat(state()).hasText("Paid");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("This order is now: Paid.");
        assertThat(payment().getByRole(AriaRole.BUTTON)).hasText(new String[] {"Back to the shop", "Copy"});
        assertThat(controls.getByRole(AriaRole.BUTTON)).hasText(new String[] {"Refund"});
        // the controls are below the customer's page
        assertThat(controls.boundingBox().y)
                .isGreaterThanOrEqualTo(payment().boundingBox().y + payment().boundingBox().height);
        button("Back to the shop").click();
        assertThat(page).hasURL(shop("/back"));
    }

    @Test
    void onlyACustomerWhoSawTheOrderOpenIsSentBackToTheShop() throws Exception {
        String orderId = order(shop("/paid"));
        String cashier = sandbox.url() + "/#/cashier/" + orderId;
        Page merchant = CHROMIUM.page();
        merchant.clock().install();
        page.clock().install();
        page.navigate(cashier);
        assertThat(page.locator(".narrow .state")).hasText("Waiting for payment");
        press("Let it expire");
        assertThat(page.locator(".narrow .state")).hasText("Expired");

        merchant.navigate(cashier);
        assertThat(merchant.locator(".narrow .state")).hasText("Expired");
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
        assertThat(page.getByText("No orders yet")).isVisible();

        String orderId = order(shop("/paid"));
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(orderId));
        assertThat(row.locator("td").nth(1)).containsText("9.50 USD");
        sandbox.underpay(orderId);

        assertThat(row.locator("td").nth(2))
                .hasText(Pattern.compile("To pay9\\.50[0-9]{2} USDTTether USD on TRON"
                        + "Received 4\\.75[0-9]{2}Missing 4\\.75[0-9]{2}"));
        assertThat(row.locator("td").nth(3)).containsText("UnderpaidPARTIAL");
    }

    @Test
    void newcomerSeesWhatToDoFirstAndRecordedExamplesAreFolded() {
        page.navigate(sandbox.url());

        assertThat(page.getByText("aurpay/mp-rest/url=" + sandbox.url())).isVisible();
        Locator recorded = page.getByText("20240806071926377966");
        assertThat(recorded).not().isVisible();
        page.getByText("Recorded examples (11)").click();
        assertThat(recorded).isVisible();
    }

    @Test
    void olderOrdersAreFoldedAndStayOpenOnceOpened() throws Exception {
        String first = order(shop("/paid"));
        for (int i = 0; i < 8; i++) {
            order(shop("/paid"));
        }
        page.navigate(sandbox.url());
        Locator oldest = page.getByText(first);
        assertThat(oldest).not().isVisible();
        page.getByText("1 older", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(oldest).isVisible();

        order(shop("/paid"));

        assertThat(page.locator("#older summary")).hasText("2 older");
        assertThat(oldest).isVisible();
    }

    @Test
    void orderAndCallbackHaveTheShopsReferenceAndLeadToEachOther() throws Exception {
        String orderId = order(shop("/paid?reference=M%2F10+01"));
        sandbox.pay(orderId);
        page.navigate(sandbox.url());

        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(orderId));
        assertThat(row.locator("td").first()).hasText("OrderM/10 01" + orderId);
        assertThat(page.locator(".callback h3")).hasText("paid M/10 01" + orderId);
        row.getByText("Callback: 200 OK").click();
        assertThat(page.locator(".callback")).isFocused();
        page.locator(".callback")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("M/10 01"))
                .click();

        assertThat(page).hasURL(sandbox.url() + "/#/cashier/" + orderId);
        assertThat(page.locator(".controls dd").first()).containsText("M/10 01");
    }

    @Test
    void timesAreThoseOfTheZoneThatTheFooterNames() throws Exception {
        SandboxOrder order = sandbox.order(order(shop("/paid")));
        Page far = CHROMIUM.pageIn("Asia/Kathmandu");
        far.navigate(sandbox.url());

        assertThat(far.locator("tbody time").first())
                .hasText(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                        .withZone(ZoneId.of("Asia/Kathmandu"))
                        .format(order.createTime()));
        assertThat(far.locator("footer")).containsText(Pattern.compile("Asia/Kat(h)?mandu"));
    }

    @Test
    void callbacksComeFirstOnAPhoneAndBesideTheOrdersOnADesktop() throws Exception {
        sandbox.pay(order(shop("/paid")));
        page.navigate(sandbox.url());
        assertThat(page.locator(".callback")).isVisible();
        BoundingBox callbacks = heading("Callbacks");
        assertThat(callbacks.y).isEqualTo(heading("Orders").y);
        assertThat(callbacks.x).isGreaterThan(heading("Orders").x);

        page.setViewportSize(390, 844);

        assertThat(heading("Callbacks").y).isLessThan(heading("Orders").y);
        assertThat(heading("Orders").y).isLessThan(heading("Faults").y);
    }

    @Test
    void addressAmountAndOrderAreCopied() throws Exception {
        SandboxOrder order = sandbox.order(order(shop("/paid")));
        page.navigate(sandbox.url() + "/#/cashier/" + order.orderId());

        assertThat(copied("Copy the amount")).isEqualTo(order.amount().toPlainString());
        assertThat(copied("Copy the address")).isEqualTo(order.address());
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Copied the address.");
        assertThat(copied("Copy the order number")).isEqualTo(order.orderId());
    }

    /** Browsers offer the clipboard to https and localhost only. */
    @Test
    void invoiceIsShownAndCopiedAlsoWithoutTheClipboardOfSecurePages() throws Exception {
        JsonObject order = created(
                sandbox,
                sandbox.keys(),
                "bln/order",
                Json.createObjectBuilder().add("price", 7).add("currency", "USD"));
        String invoice = order.getString("payment_request");
        page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined });");
        page.navigate(sandbox.url() + "/#/cashier/" + order.getString("order_id"));

        assertThat(payment()).containsText("With this Lightning invoice");
        assertThat(payment()).containsText("Bitcoin Lightning");
        assertThat(copied("Copy the invoice")).isEqualTo(invoice);
        assertThat(button("Copy the invoice")).isFocused();
        assertThat(QrCodes.read(payment().locator("img"))).isEqualTo(invoice);
    }

    @Test
    void everyCoinHasItsName() throws Exception {
        String url = created(
                        sandbox,
                        sandbox.keys(),
                        "order/pay-url",
                        Json.createObjectBuilder().add("price", 7).add("currency", "USD"))
                .getString("pay_url");
        page.navigate(url);

        assertThat(page.locator(".coins button")).hasText(new String[] {
            "EthereumETH",
            "Tether USDon EthereumUSDT-ERC20",
            "USD Coinon EthereumUSDC-ERC20",
            "Daion EthereumDAI-ERC20",
            "BitcoinBTC",
            "Bitcoin LightningBTC-LN",
            "LitecoinLTC",
            "BNBon BNB Smart ChainBNB",
            "Tether USDon TRONUSDT-TRC20",
            "USD Coinon TRONUSDC-TRC20"
        });
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dai"))
                .click();
        assertThat(payment().getByText("To this address on Ethereum")).isVisible();
    }

    @Test
    void pageDoesNotMoveWhenTheQrCodeArrives() throws Exception {
        List<Route> held = new ArrayList<>();
        page.route("**/codes/**", held::add);
        page.navigate(sandbox.url() + "/#/cashier/" + order(shop("/paid")));
        Locator code = payment().locator("img");
        assertThat(code).hasClass("loading");
        BoundingBox before = code.boundingBox();

        held.get(0).resume();

        assertThat(code).not().hasClass("loading");
        assertThat(code.boundingBox()).usingRecursiveComparison().isEqualTo(before);
        assertThat(before.height).isEqualTo(200);
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
        List<String> names = List.of("Order", "Price", "To pay", "Status", "Created");
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
        String reference = shop("/paid?reference=" + URLEncoder.encode("<b>M</b>", StandardCharsets.UTF_8));
        order(reference);
        page.navigate(sandbox.url());
        page.locator(".callback summary").click();

        assertThat(page.locator(".callback details p")).hasText(MARKUP);
        sandbox.expire(order(shop("/paid")));
        assertThat(page.locator(".callback")).hasCount(2);
        assertThat(page.getByText(MARKUP)).isVisible();
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.getByText("<b>M</b>")).isVisible();
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
            assertThat(rows.locator("td").nth(4)).containsText("Waiting for payment");
            assertThat(page.locator(".callback")).hasCount(0);
            assertThat(page).hasTitle("Orders of north – Aurpay sandbox");

            rows.getByRole(AriaRole.LINK).first().click();
            assertThat(page.locator(".controls dd").first()).hasText("north");
            assertThat(page.locator("figure img")).hasJSProperty("complete", true);
            Look.check(page, "cashier-account");
            press("Pay");
            assertThat(state()).hasText("Paid");
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
        }
    }

    @Test
    void sandboxWithoutNamedAccountsHasNoFilter() throws Exception {
        order(shop("/paid"));
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
        sandbox.requestRemaining(partial);
        sandbox.refund(sandbox.pay(order(shop("/paid"))).orderId());
        order(shop("/paid"));
        String overdue = order(shop("/paid"));
        sandbox.faults().next(Fault.drop());
        sandbox.refunds().delay(Duration.ofHours(1));
        Page looked = CHROMIUM.page();

        looked.navigate(sandbox.url());
        assertThat(looked.locator(".callback")).hasCount(3);
        looked.locator(".callback summary").last().click();
        Look.check(looked, "sandbox");
        looked.navigate(sandbox.url() + "/#/cashier/" + partial);
        assertThat(looked.locator(".narrow .state")).hasText("Underpaid, the rest is requested");
        Look.check(looked, "cashier-partial");
        sandbox.callbackPlan(CallbackPlan.NORMAL.lost(true));
        sandbox.expire(overdue);
        looked.navigate(sandbox.url() + "/#/cashier/" + overdue);
        assertThat(looked.locator(".narrow .state")).hasText("Expired");
        Look.check(looked, "cashier-overdue");
    }

    /** What a customer sees of an order. */
    private Locator payment() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your payment"));
    }

    private Locator state() {
        return payment().locator(".state");
    }

    private BoundingBox heading(String name) {
        return page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .boundingBox();
    }

    /** Presses a button that copies something, and pastes it. */
    private Object copied(String name) {
        press(name);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(name.replace("Copy", "Copied") + ".");
        Page other = page.context().newPage();
        other.setContent("<textarea></textarea>");
        other.locator("textarea").focus();
        other.keyboard().press("Control+V");
        String text = other.locator("textarea").inputValue();
        other.close();
        page.bringToFront();
        return text;
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

    private static JsonObject created(Sandbox at, Keys keys, String operation, JsonObjectBuilder body)
            throws Exception {
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

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + target))
                .header("API-Key", sandbox.keys().apiKey());
    }
}
