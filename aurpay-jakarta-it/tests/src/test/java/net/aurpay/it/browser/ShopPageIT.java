package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.aurpay.it.FreePort;
import net.aurpay.it.demo.ShopServer;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uses the shop of the demo, on its own Open Liberty, with a browser for each customer. */
@Tag("debian")
@Tag("liberty")
class ShopPageIT {
    private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\">";

    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxOptions.defaults().merchants(List.of(Keys.random("mct-07d283468bf8"))));
    private static final ShopServer SHOP = new ShopServer(
            ShopServer.directory(
                    Path.of(System.getProperty("liberty.home")),
                    Path.of("../demo/src/main/liberty/server.xml"),
                    Path.of(System.getProperty("shop.war")),
                    FreePort.find()),
            SANDBOX.keys(),
            SANDBOX.url());
    private static final Chromium CHROMIUM = new Chromium();

    private final Page shop = CHROMIUM.page();

    @BeforeAll
    static void start() throws Exception {
        SHOP.start();
    }

    @AfterEach
    void leave() {
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @AfterAll
    static void stop() {
        CHROMIUM.close();
        SHOP.stop();
        SANDBOX.close();
    }

    @Test
    void pageShowsThatItsCodeWasPaidWithAPhone() throws Exception {
        buy("Travel mug");
        shop.evaluate("window.neverReloaded = true");
        String scanned = QrCodes.read(shop.locator("#code"));
        assertThat(scanned)
                .startsWith(SANDBOX.url() + "/")
                .isEqualTo(shop.locator("#pay").getAttribute("href"));

        Page phone = CHROMIUM.page(320, ColorScheme.DARK);
        phone.navigate(scanned);
        assertThat(phone.locator(".amount")).hasText("25.00 USD");
        press(phone, "USDT-TRC20");
        assertThat(QrCodes.read(phone.getByAltText("QR code of the address to pay to")))
                .isEqualTo(SANDBOX.orders().get(0).address());
        press(phone, "Pay");

        assertThat(shop.locator("#state")).hasText("Paid");
        assertThat(shop.locator("#life [aria-current=step]")).hasText("paid");
        assertThat(shop.locator("#code")).not().isVisible();
        assertThat(shop.evaluate("window.neverReloaded")).isEqualTo(true);
        // The phone is sent back to the shop, which knows the purchase there, too.
        assertThat(phone).hasURL(Pattern.compile("/shop/\\?purchase="));
        assertThat(phone.locator("#state")).hasText("Paid");
    }

    @Test
    void purchaseIsBeingPaidUntilItTimesOut() {
        buy("Plain mug");
        Page cashier = atTheCashier();
        assertThat(shop.locator("#state")).hasText("You are paying");

        press(cashier, "Let it expire");

        assertThat(shop.locator("#state")).hasText("Expired");
        assertThat(cashier.locator("#state")).hasText("Expired");
    }

    @Test
    void underpaidPurchaseWaitsUntilItIsAcceptedAsPaid() {
        buy("Plain mug");
        Page cashier = atTheCashier();

        press(cashier, "Underpay");
        assertThat(cashier.locator(".state")).hasText("PARTIAL");
        // Half of 9.50 USD, plus the small amount that tells payers apart.
        assertThat(cashier.locator(".amount")).hasText(Pattern.compile("4\\.75[0-9]{2} of 9\\.50[0-9]{2} USDT-TRC20"));
        assertThat(shop.locator("#state")).hasText("You are paying");
        press(cashier, "Accept as paid");

        assertThat(shop.locator("#state")).hasText("Paid");
    }

    @Test
    void paidPurchaseIsReturnedForARefund() {
        buy("Plain mug");
        press(atTheCashier(), "Pay");

        press(shop, "Give it back for a refund");

        assertThat(shop.locator("#state")).hasText("Refunded");
        assertThat(shop.getByText("Give it back")).not().isVisible();
        assertThat(SANDBOX.orders().get(0).status()).isEqualTo("REFUNDED");
    }

    @Test
    void refundInTheDashboardIsSeenInTheShop() {
        buy("Plain mug");
        press(atTheCashier(), "Pay");
        assertThat(shop.locator("#state")).hasText("Paid");

        SANDBOX.refund(SANDBOX.orders().get(0).orderId());

        assertThat(shop.locator("#state")).hasText("Refunded");
    }

    @Test
    void markupInANameIsText() {
        open("");
        shop.getByLabel("Words on it").fill(MARKUP);
        press(shop, "Buy");

        assertThat(shop.locator("#item")).hasText("Plain mug, “" + MARKUP.substring(0, 40) + "”");
        String sent = shop.request()
                .post(
                        SHOP.url() + "/api/purchases",
                        RequestOptions.create()
                                .setForm(FormData.create().set("price", "1").set("item", MARKUP)))
                .text();
        assertThat(sent).contains("onerror");
        assertThat(shop.locator("#list a").first()).hasText(MARKUP);
        assertThat(shop.locator("main img[src=x]")).hasCount(0);
    }

    /** Any page can post a form to the shop. The browser sends the form, with the origin of the page. */
    @Test
    void pageOfAnotherOriginCannotBuyOrRefund() throws Exception {
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String form = "<form method=post action='" + SHOP.url() + "/api/purchases'>"
                + "<input name=price value=1><input name=item value='Not wanted'><button>Buy</button></form>";
        foreign.createContext("/", exchange -> {
            byte[] page = form.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        foreign.start();
        try {
            for (String host : List.of("127.0.0.1", "localhost")) {
                shop.navigate("http://" + host + ":" + foreign.getAddress().getPort() + "/");
                press(shop, "Buy");
                assertThat(shop.locator("body")).containsText("Only the shop's own pages may do this");
            }
        } finally {
            foreign.stop(0);
        }
        assertThat(shop.request().get(SHOP.url() + "/api/purchases").text()).doesNotContain("Not wanted");
        for (String path : List.of("", "/A1/paying", "/A1/refund")) {
            APIResponse response = shop.request()
                    .post(
                            SHOP.url() + "/api/purchases" + path,
                            RequestOptions.create().setHeader("Origin", "https://evil.example"));
            assertThat(response.status()).as(path).isEqualTo(403);
        }
        assertThat(CHROMIUM.errors()).allMatch(error -> error.contains("403"));
    }

    @Test
    void markupInAReferenceIsText() {
        open("?purchase=" + MARKUP.replace(" ", "%20").replace("\"", "%22"));

        assertThat(shop.locator("#state")).hasText("This shop does not know this purchase.");
        assertThat(shop.locator("#reference")).hasText(MARKUP);
        assertThat(shop.locator("main img[src=x]")).hasCount(0);
        assertThat(CHROMIUM.errors()).as("errors other than the 404").allMatch(error -> error.contains("404"));
    }

    @Test
    void mugCanBeBoughtByKeyboardAlone() {
        open("");
        shop.locator("input[name=pick]").first().focus();
        shop.keyboard().press("ArrowDown");
        shop.keyboard().press("Tab");
        shop.keyboard().type("hers");
        shop.keyboard().press("Enter");

        assertThat(shop.locator("#item")).hasText("Big mug, “hers”");
        shop.keyboard().press("Tab");
        shop.keyboard().press("Tab");
        assertThat(shop.locator("#pay")).isFocused();
    }

    @Test
    void everyStateIsReadable() {
        Page page = CHROMIUM.page();
        page.navigate(SHOP.url());
        assertThat(page.locator("#order")).isVisible();
        page.getByText("Your price").first().click();
        page.getByLabel("Your price in USD").fill("0");
        press(page, "Buy");
        assertThat(page.locator("#problem")).not().isEmpty();
        Look.check(page, "shop-pick");

        buy("Big mug");
        page.navigate(shop.url());
        assertThat(page.locator("#code")).isVisible();
        Look.check(page, "shop-created");
        Page cashier = atTheCashier();
        for (String[] step : new String[][] {{"Pay", "Paid"}, {"", "Refunded"}}) {
            if (step[0].isEmpty()) {
                press(shop, "Give it back for a refund");
            } else {
                assertThat(page.locator("#state")).hasText("You are paying");
                Look.check(page, "shop-paying");
                press(cashier, step[0]);
            }
            assertThat(page.locator("#state")).hasText(step[1]);
            Look.check(page, "shop-" + step[1].toLowerCase(Locale.ROOT));
        }
        assertThat(CHROMIUM.errors()).allMatch(error -> error.contains("400"));
    }

    private void buy(String mug) {
        open("");
        shop.getByText(mug).first().click();
        press(shop, "Buy");
        assertThat(shop.locator("#state")).hasText("Waiting for your payment");
    }

    private void open(String query) {
        shop.navigate(SHOP.url() + "/" + query);
    }

    /** Opens the link to the cashier in another tab; the shop's tab stays open. */
    private Page atTheCashier() {
        Page cashier = shop.context().waitForPage(() -> shop.locator("#pay")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));
        press(cashier, "USDT-TRC20");
        assertThat(cashier.locator(".state")).hasText("PENDING");
        return cashier;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(!button.startsWith("USDT")))
                .click();
    }
}
