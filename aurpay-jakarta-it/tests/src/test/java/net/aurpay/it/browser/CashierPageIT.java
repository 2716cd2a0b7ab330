package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.aurpay.it.sandbox.SandboxOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uses the page of an order, as its customer and by the sandbox's controls. */
@Tag("debian")
class CashierPageIT extends SandboxPages {
    private static final Chromium CHROMIUM = new Chromium();

    CashierPageIT() {
        super(CHROMIUM);
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
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
        assertThat(QrCodes.readSvg(page.request()
                        .get(sandbox.url() + payment().locator("img").getAttribute("src"))
                        .text()))
                .isEqualTo(invoice);
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
    void everythingIsReadable() throws Exception {
        String partial = order(shop("/paid?reference=" + "y".repeat(200)));
        sandbox.underpay(partial);
        sandbox.requestRemaining(partial);
        page.navigate(sandbox.url() + "/#/cashier/" + partial);
        assertThat(state()).hasText("Underpaid, the rest is requested");
        Look.check(page, "cashier-partial");

        String overdue = order(shop("/paid"));
        sandbox.expire(overdue);
        page.navigate(sandbox.url() + "/#/cashier/" + overdue);
        assertThat(state()).hasText("Expired");
        Look.check(page, "cashier-overdue");
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
}
