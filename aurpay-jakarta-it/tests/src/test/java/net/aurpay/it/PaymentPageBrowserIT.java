package net.aurpay.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import net.aurpay.it.browser.Chromium;
import net.aurpay.it.browser.Look;
import net.aurpay.it.browser.QrCodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens the page that {@code docs/payment-page.md} shows in a browser. */
@Tag("debian")
@Tag("liberty")
@ExtendWith(Shared.class)
class PaymentPageBrowserIT {
    private static final Chromium CHROMIUM = new Chromium();

    private final ShopProbe shop;

    PaymentPageBrowserIT(TableServer server) {
        shop = server.shop(TableServer.PAYMENT_PAGE);
    }

    @AfterEach
    void leave() {
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @AfterAll
    static void stop() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pageSaysByItselfThatItsCodeAndAmountWerePaid(boolean scripts) throws Exception {
        PaidPage sale = PaidPage.of(shop, "Travel mug", "25.00");
        Page page = scripts ? CHROMIUM.page() : CHROMIUM.pageWithoutScripts();
        page.navigate(sale.url().toString());
        choose(page, "Tether USD on TRON USDT-TRC20");
        assertThat(page).hasURL(sale.url().toString());
        assertThat(page.locator("#left")).hasText(Pattern.compile("29 minutes|30 minutes"));
        if (scripts) {
            // A text that only the script replaces.
            page.locator("#left").evaluate("left => left.textContent = 'many years'");
            assertThat(page.locator("#left")).hasText(Pattern.compile("2[89] minutes"));
        }

        sale.send(
                page.locator("#amount").innerText(),
                scripts
                        ? QrCodes.read(page.locator("figure img"))
                        : page.locator("#address").innerText(),
                page.locator("#network").innerText());

        assertThat(page.locator("h1")).hasText("Paid, thank you");
        assertThat(page).hasTitle("Paid, thank you – Travel mug");
    }

    @Test
    void timeIsInTheCustomersZoneWhichThePageNames() {
        PaidPage sale = PaidPage.of(shop, "Mug", "9.50");
        sale.choose("USDT-TRC20");
        Page page = CHROMIUM.pageIn("Asia/Kathmandu");
        page.navigate(sale.url().toString());

        Instant until = Instant.parse(page.locator("time").getAttribute("datetime"));
        assertThat(page.locator("time"))
                .hasText(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                        .withZone(ZoneId.of("Asia/Kathmandu"))
                        .format(until));
        assertThat(page.locator("#zone")).hasText(Pattern.compile("Asia/Kath?mandu"));
    }

    @Test
    void mugIsPaidForByKeyboardAlone() {
        PaidPage sale = PaidPage.of(shop, "Mug", "9.50");
        Page page = CHROMIUM.page();
        page.navigate(sale.url().toString());

        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText(Pattern.compile("Send exactly .* Tether USD"));
    }

    @Test
    void everyStateIsReadable() throws Exception {
        PaidPage sale = PaidPage.of(shop, "Mug ".repeat(40), "1500");
        Page page = CHROMIUM.page();
        page.navigate(sale.url().toString());
        Look.check(page, "payment-page-new");
        choose(page, "Tether USD on Ethereum USDT-ERC20");
        for (String state : new String[] {"OPEN", "UNDERPAID", "EXPIRED", "PAID", "TIME_OVER"}) {
            String stored =
                    switch (state) {
                        case "TIME_OVER" -> "OPEN', pay_until = timestamp '2026-01-01";
                        case "UNDERPAID" -> "UNDERPAID', received = '700.0049', missing = '800.0050";
                        default -> state;
                    };
            shop.postgres()
                    .execute("update sale set state = '" + stored + "' where reference = '" + sale.reference() + "'");
            page.navigate(sale.url().toString());
            assertThat(page.locator("#payment")).hasAttribute("data-state", state);
            Look.check(page, "payment-page-" + state.toLowerCase(Locale.ROOT));
        }
    }

    private static void choose(Page page, String currency) {
        page.getByLabel(currency, new Page.GetByLabelOptions().setExact(true)).check();
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show where to pay"));
        button.click();
    }
}
