package net.aurpay.it.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts a sandbox from the command line: {@code java -jar aurpay-sandbox.jar --port 9090}. */
public final class Main {
    private static final String USAGE =
            """
            Usage: java -jar aurpay-sandbox.jar [--port <0-65535>] [--host <address>] [--public-url <url>]
                                               [--verified] [--help]

              --port        where to listen; 9090 by default, 0 for any free port
              --host        127.0.0.1 by default
              --public-url  where browsers and your application reach the sandbox, such as http://sandbox:9090.
                            Requests for any host other than this one, that of --host and localhost are rejected
              --verified    the account has passed KYB, so that withdrawals succeed

            Credentials come from the environment: AURPAY_API_KEY, AURPAY_API_TOKEN, AURPAY_SECRET_KEY,
            AURPAY_CALLBACK_TOKEN, AURPAY_CALLBACK_SECRET, AURPAY_LIGHTNING_API_KEY, AURPAY_LIGHTNING_API_TOKEN,
            AURPAY_LIGHTNING_SECRET_KEY. Missing credentials are generated for this run and printed. Missing
            credentials for Lightning are the same as the main ones.""";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            SandboxOptions options = options(arguments);
            Keys keys = Keys.of(System.getenv());
            Sandbox sandbox = Sandbox.start(options.merchants(List.of(keys)));
            System.out.println("Sandbox at " + sandbox.url());
            printGenerated(keys);
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static SandboxOptions options(String... arguments) {
        SandboxOptions options = SandboxOptions.defaults().port(9090);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--verified" -> options = options.verified(true);
                case "--port" -> options = options.port(port(value(arguments, ++i, name)));
                case "--public-url" -> options = options.publicUrl(url(value(arguments, ++i, name)));
                case "--host" -> options = options.host(value(arguments, ++i, name));
                default -> throw new IllegalArgumentException("unknown option <" + name + ">\n" + USAGE);
            }
        }
        return options;
    }

    private static String value(String[] arguments, int index, String name) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(name + " needs a value\n" + USAGE);
        }
        return arguments[index];
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--public-url must be a URL, was <" + text + ">", e);
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException("--port must be 0 to 65535, was <" + text + ">");
    }

    /** Prints the keys that were generated for this run; otherwise nobody would know them. */
    private static void printGenerated(Keys keys) {
        printUnlessSet("AURPAY_API_KEY", "aurpay.api-key", keys.apiKey());
        printUnlessSet("AURPAY_API_TOKEN", "aurpay.api-token", keys.apiToken());
        printUnlessSet("AURPAY_SECRET_KEY", "aurpay.secret-key", keys.secretKey());
        printUnlessSet("AURPAY_CALLBACK_TOKEN", "aurpay.webhook.token", keys.callbackToken());
        printUnlessSet("AURPAY_CALLBACK_SECRET", "aurpay.webhook.secret", keys.callbackSecret());
    }

    private static void printUnlessSet(String variable, String key, String value) {
        if (System.getenv(variable) == null) {
            System.out.println(key + "=" + value);
        }
    }
}
