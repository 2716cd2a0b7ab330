package net.aurpay.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import net.aurpay.it.FreePort;
import net.aurpay.it.demo.ShopServer;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Takes the README's picture of the demo: the shop and the sandbox, side by side. It runs only if it is asked for:
 * {@code mvn verify -DskipUnitTests -Dit.test=DemoPicture}.
 */
@Tag("liberty")
class DemoPicture {
    private static final Path PICTURE = Path.of("../docs/demo.png");
    private static final int WIDTH = 600;
    private static final int HEIGHT = 780;
    /** In the picture, each page is that wide. */
    private static final int SHOWN = 400;

    private static final int GAP = 12;
    private static final String SIDE_BY_SIDE =
            """
            <body style="margin:0; display:flex; gap:%dpx; background:#888">
              <style>img { width:%dpx }</style>
              <img src="data:image/png;base64,%s"><img src="data:image/png;base64,%s">
            </body>
            """;

    @Test
    void picture() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
                        .merchants(List.of(Keys.random("mct-07d283468bf8")))
                        .account(ShopServer.NORTH, Keys.random("mct-north")));
                Chromium chromium = new Chromium()) {
            ShopServer server = new ShopServer(
                    ShopServer.directory(
                            Path.of(System.getProperty("liberty.home")),
                            Path.of("../demo/src/main/liberty/server.xml"),
                            Path.of(System.getProperty("shop.war")),
                            FreePort.find()),
                    sandbox);
            server.start();
            try {
                Files.write(PICTURE, sideBySide(chromium, server.url(), sandbox));
            } finally {
                server.stop();
            }
        }
        assertThat(Files.size(PICTURE)).isLessThan(100_000);
    }

    /** One mug is paid, and the other one is being bought. */
    private static byte[] sideBySide(Chromium chromium, String url, Sandbox sandbox) {
        Page shop = chromium.page(WIDTH, ColorScheme.LIGHT);
        buy(shop, url, "Plain mug");
        sandbox.pay(choose(shop, sandbox));
        assertThat(shop.locator("#state")).hasText("Paid");
        buy(shop, url, "Big mug");
        choose(shop, sandbox);
        assertThat(shop.locator("#code")).isVisible();

        Page orders = chromium.page(WIDTH, ColorScheme.LIGHT);
        orders.navigate(sandbox.url());
        assertThat(orders.getByText(sandbox.orders().get(0).amount().toPlainString())
                        .first())
                .isVisible();

        Page both = chromium.page(2 * SHOWN + GAP, ColorScheme.LIGHT);
        both.setViewportSize(2 * SHOWN + GAP, SHOWN * HEIGHT / WIDTH);
        both.setContent(SIDE_BY_SIDE.formatted(GAP, SHOWN, encoded(shop), encoded(orders)));
        return both.screenshot();
    }

    private static void buy(Page shop, String url, String mug) {
        shop.navigate(url + "/");
        shop.getByText(mug).first().click();
        shop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Buy"))
                .click();
        assertThat(shop.locator("#state")).hasText("Waiting for your payment");
    }

    /** Chooses a currency, as the cashier's page does, and returns the order's id. */
    private static String choose(Page shop, Sandbox sandbox) {
        APIResponse chosen = shop.request()
                .post(
                        shop.locator("#pay").getAttribute("href") + "?coin=TRX%2FUSDT-TRC20",
                        RequestOptions.create().setMaxRedirects(0));
        assertThat(chosen.status()).isEqualTo(303);
        return sandbox.orders().get(0).orderId();
    }

    private static String encoded(Page page) {
        page.setViewportSize(WIDTH, HEIGHT);
        page.evaluate("Promise.all([...document.images].filter(image => image.src).map(image => image.decode()))");
        return Base64.getEncoder().encodeToString(page.screenshot());
    }
}
