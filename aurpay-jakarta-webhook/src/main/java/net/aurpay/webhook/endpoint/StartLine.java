package net.aurpay.webhook.endpoint;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.webhook.inbox.WebhookKeys;

/**
 * Logs once for each web module at which path it receives callbacks, with a warning if {@code aurpay.webhook.url} does
 * not end with that path. Thread-safe.
 */
final class StartLine {
    private static final System.Logger LOG = System.getLogger(StartLine.class.getName());

    /** What to do if no endpoint is found. */
    static final String REMEDY =
            "in an EAR, let a class of the WAR extend net.aurpay.webhook.endpoint.CallbackApplication, with"
                    + " @ApplicationPath(\"aurpay\"); on Open Liberty, restfulWS must be among the features";

    private static final String UNKNOWN = "";

    private final List<String> urls;
    private final String version;
    private final String settings;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /**
     * Creates the line.
     *
     * @param settings how callbacks are checked and remembered
     */
    StartLine(List<String> urls, String version, String settings) {
        this.urls = urls;
        this.version = version;
        this.settings = settings;
    }

    /** Logs that no web module has started yet. In an EAR there may never be one that receives callbacks. */
    void waiting() {
        LOG.log(
                Level.INFO,
                start()
                        + "configured; a line with \"callbacks at\" follows when a web module receives callbacks, on Open"
                        + " Liberty with the first request to that module. If no such line follows: " + REMEDY);
    }

    /** Logs that a web module has started, which may receive callbacks. */
    void started(WebModule module) {
        Optional<List<String>> paths = module.callbackPaths();
        if (paths.isPresent() && paths.get().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    start() + "the web module <" + module.contextPath()
                            + "> receives no callbacks, so they are answered 404: " + REMEDY);
        } else {
            taken(paths.orElse(List.of()));
        }
    }

    /**
     * Logs that a web module receives callbacks.
     *
     * @param paths where it receives them on this server; empty if that is not known
     */
    void taken(List<String> paths) {
        String own = paths.isEmpty() ? UNKNOWN : String.join(", ", paths);
        if (!said.add(own) || (own.equals(UNKNOWN) && said.size() > 1)) {
            return;
        }
        LOG.log(
                Level.INFO,
                start() + "callbacks at " + urls + (own.equals(UNKNOWN) ? "" : " (this application: " + own + ")")
                        + ", " + settings);
        for (String url : urls) {
            if (!own.equals(UNKNOWN) && paths.stream().noneMatch(path -> endsIn(url, path))) {
                LOG.log(
                        Level.WARNING,
                        WebhookKeys.URL + " <" + url + "> does not end in <" + own + ">, where this application takes"
                                + " callbacks: unless a proxy maps the one to the other, Aurpay gets 404");
            }
        }
    }

    private static boolean endsIn(String url, String path) {
        URI uri = URI.create(url);
        return String.valueOf(uri.getRawPath()).endsWith(path)
                || String.valueOf(uri.getPath()).endsWith(path);
    }

    private String start() {
        return "aurpay-jakarta-webhook " + version + ": ";
    }
}
