package net.aurpay.it.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Starts a sandbox from the command line: {@code java -jar aurpay-sandbox.jar --port 9090}. */
public final class Main {
    private static final String USAGE =
            """
            Usage: java -jar aurpay-sandbox.jar [--port <0-65535>] [--host <address>] [--public-url <url>]
                                               [--verified] [--account <name>[:<key>=<value>,...]]... [--help]

              --port        where to listen; 9090 by default, 0 for any free port
              --host        127.0.0.1 by default
              --public-url  where browsers and your application reach the sandbox, such as http://sandbox:9090.
                            Requests for any host other than this one, that of --host and localhost are rejected
              --verified    the account has passed KYB, so that withdrawals succeed
              --account     adds an account with this name, such as north, or north:api-token=t,secret-key=s. Keys:
                            api-key, api-token, secret-key, callback-token, callback-secret, lightning-api-key,
                            lightning-api-token, lightning-secret-key, user-id. Can be repeated. Each account
                            starts with a Lightning balance of %s BTC

            Credentials come from the environment: AURPAY_API_KEY, AURPAY_API_TOKEN, AURPAY_SECRET_KEY,
            AURPAY_CALLBACK_TOKEN, AURPAY_CALLBACK_SECRET, AURPAY_LIGHTNING_API_KEY, AURPAY_LIGHTNING_API_TOKEN,
            AURPAY_LIGHTNING_SECRET_KEY. Missing credentials are generated for this run and printed. Missing
            credentials for Lightning are the same as the main ones. Those of the account north that --account does not
            give come from AURPAY_ACCOUNTS_NORTH_API_KEY and so on."""
                    .formatted(Ledger.LIGHTNING_START);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            Map<String, String> environment = System.getenv();
            List<AccountOption> accounts = new ArrayList<>();
            SandboxOptions options = options(accounts, arguments).merchants(List.of(Keys.of(environment)));
            for (AccountOption account : accounts) {
                options = options.account(account.name(), account.keys(environment));
            }
            Sandbox sandbox = Sandbox.start(options);
            System.out.println("Sandbox at " + sandbox.url());
            generated("aurpay.", sandbox.keys(), key -> environment.get("AURPAY_" + Keys.variable(key)))
                    .forEach(System.out::println);
            for (AccountOption account : accounts) {
                Keys keys = sandbox.account(account.name()).keys();
                String prefix = "aurpay.accounts." + account.name() + ".";
                generated(prefix, keys, key -> account.given(key, environment)).forEach(System.out::println);
            }
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static SandboxOptions options(List<AccountOption> accounts, String... arguments) {
        SandboxOptions options = SandboxOptions.defaults().port(9090);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            switch (name) {
                case "--verified" -> options = options.verified(true);
                case "--port" -> options = options.port(port(value(arguments, ++i, name)));
                case "--public-url" -> options = options.publicUrl(url(value(arguments, ++i, name)));
                case "--host" -> options = options.host(value(arguments, ++i, name));
                case "--account" -> accounts.add(AccountOption.parse(value(arguments, ++i, name)));
                default -> throw new IllegalArgumentException(unknown(name, i + 1) + "\n" + USAGE);
            }
        }
        return options;
    }

    /** Does not show what may be a credential, as in {@code --account=north:secret-key=…}. */
    private static String unknown(String argument, int number) {
        String option = argument.split("[=:]", -1)[0];
        return option.startsWith("--") ? "unknown option <" + option + ">" : "argument " + number + " is not an option";
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

    /** Returns the keys that were generated for this run, as configuration; otherwise nobody would know them. */
    static List<String> generated(String prefix, Keys keys, Function<String, @Nullable String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("api-key", keys.apiKey());
        values.put("api-token", keys.apiToken());
        values.put("secret-key", keys.secretKey());
        values.put("callback-token", keys.callbackToken());
        values.put("callback-secret", keys.callbackSecret());
        values.keySet().removeIf(key -> given.apply(key) != null);
        return values.entrySet().stream()
                .map(value -> prefix + value.getKey().replace("callback-", "webhook.") + "=" + value.getValue())
                .toList();
    }
}
