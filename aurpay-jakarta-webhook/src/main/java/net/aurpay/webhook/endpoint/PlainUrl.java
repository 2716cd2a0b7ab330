package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.aurpay.client.shared.PercentEncoding;

/**
 * Normalises a URL in the way in which a caller may normalise it before it signs: lower-case scheme and host, no
 * default port, no dot segments, no unnecessary escapes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2">RFC 3986, 6.2.2 and 6.2.3</a>
 */
final class PlainUrl {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private PlainUrl() {}

    /**
     * Returns the normalised URL.
     *
     * @param url absolute, with a host, and without user, query and fragment
     */
    static String of(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean defaultPort = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        String path = ESCAPE.matcher(url.getRawPath()).replaceAll(PlainUrl::escape);
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (defaultPort ? "" : ":" + url.getPort())
                + withoutDots(path);
    }

    private static String escape(MatchResult escape) {
        int character = Integer.parseInt(escape.group(1), 16);
        return PercentEncoding.isUnreserved(character)
                ? Character.toString(character)
                : escape.group().toUpperCase(Locale.ROOT);
    }

    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                // The first segment is the empty one before the first slash.
                if (segments.size() > 1) {
                    segments.removeLast();
                }
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
