package net.aurpay.it.sandbox;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rejects requests for any host other than the sandbox's own. Otherwise a page of {@code evil.example} could resolve
 * its own name to 127.0.0.1 (DNS rebinding), and a browser would see the page and the sandbox as the same origin.
 */
final class HostFilter extends Filter {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private final Set<String> names;

    /** @param urls their hosts are accepted, besides loopback addresses */
    HostFilter(URI... urls) {
        names = Set.copyOf(
                List.of(urls).stream().map(url -> name(url.getRawAuthority())).toList());
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (hosts.size() == 1 && isOwn(hosts.get(0))) {
            chain.doFilter(exchange);
            return;
        }
        Fault.send(
                exchange,
                SandboxResponse.of(
                                403,
                                "text/plain; charset=utf-8",
                                "The sandbox does not accept requests for the host <" + String.join(", ", hosts)
                                        + ">. To allow this host, start the sandbox with --public-url.\n")
                        .header("X-Content-Type-Options", "nosniff"));
    }

    private boolean isOwn(String header) {
        return LOOPBACK.matcher(name(header)).matches() || names.contains(name(header));
    }

    /** Removes the port: it may be mapped to another one. */
    private static String name(String authority) {
        return PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
        return "own hosts only";
    }
}
