package net.aurpay.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** How a page must look, wherever it is looked at. */
public final class Look {
    private static final Path PICTURES = Path.of("target", "pictures");

    private Look() {}

    /** Nothing is wider than the screen; axe finds nothing, contrast of 4.5 included. Takes a picture, too. */
    public static void check(Page page, String name) {
        Object media = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
        String picture = name + "-" + media + "-" + page.viewportSize().width + ".png";
        // fails where one is not there
        page.evaluate("Promise.all([...document.images].filter(image => image.src).map(image => image.decode()))");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture)).setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels wider than the screen: " + picture)
                .isEqualTo(0);
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(found).as(picture).isEmpty();
    }
}
