package net.aurpay.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs a browser without a window. For use by one thread. */
public final class Chromium implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    /** The limit for a busy machine. */
    private static final double PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    public Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setTimeout(PATIENCE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** Opens a page that shares no cookies and no storage with any other, as on a device of its own. */
    public Page page() {
        return page(1200, ColorScheme.LIGHT);
    }

    public Page page(int width, ColorScheme scheme) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
    }

    /** Opens a page on a device in this time zone. */
    public Page pageIn(String timeZone) {
        return page(new Browser.NewContextOptions().setViewportSize(1200, 800).setTimezoneId(timeZone));
    }

    /** Opens a page that runs no scripts. */
    public Page pageWithoutScripts() {
        return page(new Browser.NewContextOptions().setViewportSize(1200, 800).setJavaScriptEnabled(false));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        return context.newPage();
    }

    /** Closes all pages, and returns the errors and warnings of their consoles. */
    public List<String> errors() {
        browser.contexts().forEach(BrowserContext::close);
        List<String> all = List.copyOf(errors);
        errors.clear();
        return all;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
