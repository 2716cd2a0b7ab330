package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import net.aurpay.it.FreePort;
import net.aurpay.it.demo.ShopServer;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import net.aurpay.it.sandbox.SandboxOrder;
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

    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.defaults()
            .merchants(List.of(Keys.random("mct-07d283468bf8")))
            .account(ShopServer.NORTH, Keys.random("mct-north")));
    private static final Pattern AT_AURPAY = Pattern.compile(SANDBOX.url() + "/.*");
    private static final ShopServer SHOP = new ShopServer(
            ShopServer.directory(
                    Path.of(System.getProperty("liberty.home")),
                    Path.of("../demo/src/main/liberty/server.xml"),
                    Path.of(System.getProperty("shop.war")),
                    FreePort.find()),
            SANDBOX);
    /** Starts the server while the browser starts. */
    private static final CompletableFuture<Void> STARTED = CompletableFuture.runAsync(ShopPageIT::startShop);

    private static final Chromium CHROMIUM = new Chromium();

    private final Page shop = CHROMIUM.page();

    private static void startShop() {
        try {
            SHOP.start();
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @BeforeAll
    static void awaitShop() {
        STARTED.join();
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
        assertThat(scanned).startsWith(SHOP.url() + "/api/purchases/");

        Page phone = CHROMIUM.page(320, ColorScheme.DARK);
        phone.navigate(scanned);
        assertThat(phone).hasURL(Pattern.compile(SHOP.url() + "/aurpay/cashier/.*"));
        assertThat(phone.getByText("Amount: 25.00 USD")).isVisible();
        press(phone, "Tether USD on TRON USDT-TRC20");
        assertThat(QrCodes.read(phone.getByAltText("QR code of the address to pay to")))
                .isEqualTo(SANDBOX.orders().get(0).address());
        press(phone, "Pay");

        assertThat(shop.locator("#state")).hasText("Paid");
        assertThat(shop.locator("#life [aria-current=step]")).containsText("Paid");
        assertThat(shop.locator("#code")).not().isVisible();
        assertThat(shop.evaluate("window.neverReloaded")).isEqualTo(true);
        // The phone is sent back to the shop, which knows the purchase there, too.
        assertThat(phone).hasURL(Pattern.compile("/shop/\\?purchase="));
        assertThat(phone.locator("#state")).hasText("Paid");
    }

    /** The shop itself has the unnamed account. */
    @Test
    void eachSellerIsPaidToItsOwnAccount() {
        buy("Plain mug");
        assertThat(shop.locator("#seller")).hasText("The mug shop");
        String ofShop = choose();
        SANDBOX.pay(ofShop);
        assertThat(shop.locator("#state")).hasText("Paid");

        open("");
        shop.getByText("North Pottery").first().click();
        press(shop, "Buy");
        assertThat(shop.locator("#seller")).hasText("North Pottery");
        SANDBOX.account(ShopServer.NORTH).pay(choose());
        assertThat(shop.locator("#state")).hasText("Paid");
        SandboxOrder ofNorth = SANDBOX.account(ShopServer.NORTH).orders().get(0);
        assertThat(ofNorth.status()).isEqualTo("SUCCESS");
        assertThat(ofNorth.urls().callbackUrl()).startsWith(SHOP.url() + "/aurpay/callbacks/north/succeeded?");
        assertThat(shop.locator("#list small").first()).containsText("North Pottery");

        Page dashboard = CHROMIUM.page();
        dashboard.navigate(SANDBOX.url());
        assertThat(dashboard.locator("[id='account-of-" + ofNorth.orderId() + "-north']"))
                .isVisible();
        assertThat(dashboard.locator("[id='account-of-" + ofShop + "-(unnamed)']"))
                .isVisible();

        press(shop, "Return and refund");
        assertThat(shop.locator("#state")).hasText("Refunded");
        assertThat(SANDBOX.account(ShopServer.NORTH).order(ofNorth.orderId()).status())
                .isEqualTo("REFUNDED");
    }

    /** A purchase that was only looked at was not paid, and nothing of it may look as if it were. */
    @Test
    void marksOfAnExpiredPurchaseSayOnlyWhatHasHappened() {
        buy("Plain mug");
        assertThat(shop.locator("#life b")).hasText(new String[] {"Ordered", "Paid"});
        assertThat(shop.locator("#life .next")).hasText("Paidnot yet");
        Page cashier = atTheCashier();
        assertThat(shop.locator("#life b")).hasText(new String[] {"Ordered", "Payment page opened", "Paid"});
        assertThat(shop.locator("#state")).hasText("Waiting for your payment");

        press(cashier, "Let it expire");

        assertThat(shop.locator("#state")).hasText("Expired");
        assertThat(shop.locator("#life b")).hasText(new String[] {"Ordered", "Payment page opened", "Expired"});
        assertThat(shop.locator("#life [aria-current=step]")).containsText("Expired");
        assertThat(shop.locator("#life"))
                .not()
                .containsText(Pattern.compile("paying|not yet", Pattern.CASE_INSENSITIVE));
        Object colours = shop.evaluate("[...document.querySelectorAll('#life li')]"
                + ".flatMap(li => [getComputedStyle(li), getComputedStyle(li, '::before')])"
                + ".flatMap(style => [style.color, style.backgroundColor, style.borderTopColor]).join()");
        assertThat(colours).asString().contains("rgb(168, 50, 42)").doesNotContain("rgb(25, 113, 63)");
        assertThat(cashier.locator("#state")).hasText("Expired");
    }

    @Test
    void underpaidPurchaseShowsWhatIsMissingUntilItIsAccepted() {
        buy("Plain mug");
        String orderId = choose();

        SandboxOrder underpaid = SANDBOX.underpay(orderId, new BigDecimal("3.1250"));

        assertThat(shop.locator("#state")).hasText("Underpaid");
        String missing = underpaid.amount().subtract(new BigDecimal("3.1250")).toPlainString();
        assertThat(shop.locator("#received")).hasText("3.1250 USDT-TRC20Tether USD on TRON");
        assertThat(shop.locator("#missing")).hasText(missing + " USDT-TRC20Tether USD on TRON");
        assertThat(shop.locator("#missing")).isVisible();
        assertThat(shop.locator("#meaning")).containsText("Less than the price has arrived");
        assertThat(shop.locator("#code")).not().isVisible();
        assertThat(shop.getByText("Open the payment page")).isVisible();
        assertThat(shop.locator("#list .underpaid").first()).hasText("underpaid");

        SANDBOX.resolve(orderId);

        assertThat(shop.locator("#state")).hasText("Paid");
        assertThat(shop.locator("#missing")).not().isVisible();
        assertThat(shop.locator("#life b")).hasText(new String[] {"Ordered", "A part was paid", "Paid"});
        press(shop, "Return and refund");
        assertThat(shop.locator("#state")).hasText("Refunded");
    }

    @Test
    void purchaseThatIsPaidAfterItHasExpiredIsPaidLate() {
        buy("Plain mug");
        String orderId = choose();
        SANDBOX.expire(orderId);
        assertThat(shop.locator("#state")).hasText("Expired");
        SANDBOX.payLate(orderId);

        SANDBOX.resolve(orderId);

        assertThat(shop.locator("#state")).hasText("Paid late");
        assertThat(shop.locator("#life b")).hasText(new String[] {"Ordered", "Expired", "Paid late"});
        assertThat(shop.getByText("Return and refund")).isVisible();
    }

    /** Aurpay sends no callback when the refund is made. */
    @Test
    void refundThatTakesTimeIsShownWhenItIsMade() {
        buy("Plain mug");
        SANDBOX.pay(choose());
        SANDBOX.refunds().delay(Duration.ofHours(1));
        try {
            press(shop, "Return and refund");
            assertThat(shop.locator("#state")).hasText("Refund requested");
        } finally {
            SANDBOX.refunds().delay(Duration.ZERO);
        }

        SANDBOX.refunds().complete(SANDBOX.orders().get(0).key());

        assertThat(shop.locator("#state")).hasText("Refunded");
    }

    @Test
    void paidPurchaseIsReturnedForARefund() {
        buy("Plain mug");
        SANDBOX.pay(choose());

        Response booked = shop.waitForResponse("**/refund", () -> press(shop, "Return and refund"));

        assertThat(booked.text()).contains("\"refunded\"");
        assertThat(shop.locator("#state")).hasText("Refunded");
        assertThat(shop.getByText("Return and refund")).not().isVisible();
        assertThat(SANDBOX.orders().get(0).status()).isEqualTo("REFUNDED");
    }

    @Test
    void refundInTheDashboardIsSeenInTheShop() {
        buy("Plain mug");
        String orderId = choose();
        SANDBOX.pay(orderId);
        assertThat(shop.locator("#state")).hasText("Paid");

        SANDBOX.refund(orderId);

        assertThat(shop.locator("#state")).hasText("Refunded");
    }

    @Test
    void timesAreOfTheCustomersZoneWhichTheFooterNames() {
        Page far = CHROMIUM.pageIn("Asia/Kathmandu");
        buy("Plain mug");

        far.navigate(shop.url());

        assertThat(far.locator("footer")).containsText(Pattern.compile("Times are in Asia/Kath?mandu\\."));
        DateTimeFormatter local =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Kathmandu"));
        for (String times : List.of("#life time", "#list time")) {
            Locator time = far.locator(times).first();
            assertThat(time).hasText(local.format(Instant.parse(time.getAttribute("datetime"))));
        }
    }

    @Test
    void placeHolderIsAsLargeAsTheCode() {
        List<Route> waiting = new CopyOnWriteArrayList<>();
        shop.route("**/code", waiting::add);
        buy("Plain mug");
        assertThat(shop.getByText("The QR code is on its way")).isVisible();
        assertThat(shop.locator("#code")).not().isVisible();
        BoundingBox before = shop.locator("#scan").boundingBox();

        waiting.get(0).resume();

        assertThat(shop.locator("#code")).isVisible();
        assertThat(shop.getByText("The QR code is on its way")).not().isVisible();
        assertThat(shop.locator("#scan").boundingBox())
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void priceMayHaveACommaAndThePageSaysSo() {
        open("");
        shop.getByText("Your price").first().click();
        assertThat(shop.locator("#rule")).containsText("1.50 or 1,50");
        shop.getByLabel("Your price in USD").fill("1,50");

        press(shop, "Buy");

        assertThat(shop.locator("#amount")).hasText("1.50 USD");
    }

    @Test
    void startPageShowsTheMugThatIsPickedBesideTheForm() {
        open("");
        for (Locator radio : shop.getByRole(AriaRole.RADIO).all()) {
            assertThat(radio.evaluate("radio => [getComputedStyle(radio).opacity, getComputedStyle(radio).appearance]"))
                    .isEqualTo(List.of("1", "auto"));
            assertThat(radio.boundingBox().width).isGreaterThan(15);
        }
        shop.getByText("Travel mug").first().click();
        assertThat(shop.locator("#picture .travel")).isVisible();
        assertThat(shop.locator("#picture .plain")).not().isVisible();

        BoundingBox picture = shop.locator("#picture").boundingBox();
        BoundingBox form = shop.locator("#order").boundingBox();
        assertThat(picture.x + picture.width).isLessThanOrEqualTo(form.x);
        assertThat(form.x + form.width - picture.x).isGreaterThan(900);
    }

    @Test
    void markupInANameIsText() {
        open("");
        shop.getByLabel("Engraving (optional)").fill(MARKUP);
        assertThat(shop.locator("#engraving")).hasText(MARKUP.substring(0, 40));
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
        for (String path : List.of("", "/A1/opened", "/A1/refund")) {
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
    void everyPageIsReadable() {
        Page page = CHROMIUM.page();
        page.navigate(SHOP.url());
        assertThat(page.locator("#order")).isVisible();
        page.getByLabel("Engraving (optional)").fill("for a very long-standing customer of ours");
        page.getByText("Your price").first().click();
        page.getByLabel("Your price in USD").fill("0");
        press(page, "Buy");
        assertThat(page.locator("#problem")).not().isEmpty();
        Look.check(page, "shop-pick");

        buyInEveryState();
        buy("Big mug");
        page.navigate(shop.url());
        assertThat(page.locator("#code")).isVisible();
        // The colours of the states are the same here and in the list, on the same ground.
        for (String state : List.of("created", "expired", "refunded", "paid", "paid-late")) {
            assertThat(page.locator("#list ." + state).first()).isVisible();
        }
        Look.check(page, "shop-created");

        SANDBOX.underpay(choose());
        assertThat(page.locator("#state")).hasText("Underpaid");
        Look.check(page, "shop-underpaid");
        assertThat(CHROMIUM.errors()).allMatch(error -> error.contains("400"));
    }

    private void buyInEveryState() {
        buy("Big mug");
        String late = choose();
        SANDBOX.expire(late);
        assertThat(shop.locator("#state")).hasText("Expired");
        SANDBOX.resolve(late);
        buy("Big mug");
        SANDBOX.pay(choose());
        buy("Big mug");
        SANDBOX.pay(choose());
        press(shop, "Return and refund");
        buy("Big mug");
        SANDBOX.expire(choose());
    }

    /** The cashier is the library's page, on which the customer chooses a currency. */
    @Test
    void everyPageOfTheCashierIsReadable() {
        buy("Big mug");
        String link = shop.locator("#pay").getAttribute("href");
        choose();
        Page page = CHROMIUM.page();
        page.navigate(link + "?choose");
        assertThat(page.getByText("Continue with the open payment")).isVisible();
        Look.check(page, "cashier-choice");

        press(page, "Tether USD on Ethereum USDT-ERC20");
        assertThat(page.locator("h1")).hasText("Do you want to pay in another way?");
        Look.check(page, "cashier-question");

        page.navigate(link + "x");
        assertThat(page.locator("h1")).hasText("This link is not valid");
        assertThat(CHROMIUM.errors()).allMatch(error -> error.contains("404") || error.contains("409"));
    }

    /** Going back and choosing again. */
    @Test
    void anotherCurrencyIsAskedForOnceAlsoWithoutScripts() {
        buy("Big mug");
        String link = shop.locator("#pay").getAttribute("href");
        Page page = CHROMIUM.pageWithoutScripts();
        page.navigate(link);
        press(page, "Tether USD on TRON USDT-TRC20");
        assertThat(page).hasURL(AT_AURPAY);
        SandboxOrder first = SANDBOX.orders().get(0);

        page.goBack();
        press(page, "Tether USD on Ethereum USDT-ERC20");
        assertThat(page.locator("h1")).hasText("Do you want to pay in another way?");
        assertThat(SANDBOX.orders().get(0)).isEqualTo(first);
        press(page, "Pay with Tether USD on Ethereum instead");

        assertThat(page).hasURL(AT_AURPAY);
        assertThat(SANDBOX.orders().get(0).coin().currency()).isEqualTo("USDT-ERC20");
        String payUrl = page.url();
        page.navigate(link);
        assertThat(page).hasURL(payUrl);
        assertThat(CHROMIUM.errors()).allMatch(error -> error.contains("409"));
    }

    @Test
    void currencyIsChosenByKeyboardAlone() {
        buy("Big mug");
        Page page = CHROMIUM.page();
        page.navigate(shop.locator("#pay").getAttribute("href"));

        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.BUTTON).first()).isFocused();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(AT_AURPAY);
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
        press(cashier, "Tether USD on TRON USDT-TRC20");
        assertThat(cashier).hasURL(AT_AURPAY);
        return cashier;
    }

    /**
     * Chooses USDT-TRC20, as the cashier's page does, but without opening it.
     *
     * @return the order's id
     */
    private String choose() {
        String link = shop.locator("#pay").getAttribute("href");
        APIResponse chosen = shop.request()
                .post(link + "?coin=TRX%2FUSDT-TRC20", RequestOptions.create().setMaxRedirects(0));
        assertThat(chosen.status()).isEqualTo(303);
        return SANDBOX.orders().get(0).orderId();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
