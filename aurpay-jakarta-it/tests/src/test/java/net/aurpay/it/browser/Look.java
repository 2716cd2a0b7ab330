package net.aurpay.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks how a page looks on any screen. */
public final class Look {
    private static final Path PICTURES = Path.of("target", "pictures");

    /** The dark scheme changes colours and nothing else, so these rules alone can find something new. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Look() {}

    /**
     * Checks the page on a phone and on a desktop, in the light and the dark scheme: nothing is wider than the screen,
     * and axe finds no fault, such as a contrast below 4.5. Also takes screenshots.
     */
    public static void check(Page page, String name) {
        for (int width : new int[] {320, 1200}) {
            page.setViewportSize(width, 800);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                check(
                        page,
                        scheme == ColorScheme.LIGHT ? List.of() : OF_COLOURS,
                        Path.of(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
            }
        }
    }

    /** @param rules of axe; empty for all */
    private static void check(Page page, List<String> rules, Path picture) {
        // Fails if an image is missing.
        page.evaluate("Promise.all([...document.images].filter(image => image.src).map(image => image.decode()))");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture)).setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels wider than the screen: %s", picture)
                .isEqualTo(0);
        assertThat(faults(page, rules)).asString().as(picture.toString()).isEmpty();
    }

    /** Runs axe without its builder, which sends axe's 500 kB to the page each time, and gets all that is right, too. */
    private static Object faults(Page page, List<String> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return page.evaluate(
                """
                async (rules) => {
                  const found = await axe.run({ resultTypes: ['violations'], ...rules.length && { runOnly: rules } });
                  return found.violations
                    .flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.failureSummary))
                    .join('\\n');
                }""",
                rules);
    }
}
