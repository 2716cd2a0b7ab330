package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import net.aurpay.it.sandbox.SandboxOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uses the first page of a sandbox: orders, callbacks, the clock, faults. */
@Tag("debian")
class SandboxPageIT extends SandboxPages {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final Chromium CHROMIUM = new Chromium();

    SandboxPageIT() {
        super(CHROMIUM);
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
        sandbox.pay(order(shop("/paid?reference=" + "y".repeat(200))));
        sandbox.underpay(order(shop("/paid")));
        sandbox.refund(sandbox.pay(order(shop("/paid"))).orderId());
        order(shop("/paid"));
        sandbox.faults().next(Fault.drop());
        sandbox.refunds().delay(Duration.ofHours(1));

        page.navigate(sandbox.url());
        assertThat(page.locator(".callback")).hasCount(3);
        page.locator(".callback summary").last().click();
        Look.check(page, "sandbox");
    }

    private BoundingBox heading(String name) {
        return page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .boundingBox();
    }

    private int get(String target) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + target))
                .header("API-Key", sandbox.keys().apiKey())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
