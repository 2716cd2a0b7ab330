package net.aurpay.it.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.aurpay.it.sandbox.Keys;

/**
 * Packages the applications for one server.
 *
 * @param jars both libraries
 * @param sandbox the address of the API
 * @param port the server's own port
 */
record Wars(List<Path> jars, Keys keys, String sandbox, int port) {
    War of(App app) {
        return switch (app) {
            case BARE -> bare();
            case MEMORY -> user(app, Map.of("aurpay.webhook.inbox-size", "1000000"));
            case TABLE ->
                user(app, Map.of("aurpay.webhook.datasource", ServerXml.DATA_SOURCE, "benchmark.in-memory", "false"));
            case BYHAND_MEMORY, BYHAND_TABLE -> byHand(app);
            case ACCOUNTS -> accounts();
            case SWEEPING -> sweeping();
        };
    }

    private War bare() {
        return new War(
                App.BARE.root(),
                List.of("bare", "clock"),
                List.of(),
                Map.of(
                        "plain/mp-rest/url",
                        sandbox,
                        // the library's own defaults: a read with a time-out takes longer
                        "plain/mp-rest/connectTimeout",
                        "5000",
                        "plain/mp-rest/readTimeout",
                        "30000",
                        "plain.api-key",
                        keys.apiKey(),
                        "plain.api-token",
                        keys.apiToken(),
                        "plain.secret-key",
                        keys.secretKey()));
    }

    private War user(App app, Map<String, String> more) {
        Map<String, String> properties = properties(app);
        properties.putAll(more);
        return new War(app.root(), List.of("app", "clock", "purchases"), jars, properties);
    }

    private War byHand(App app) {
        return new War(
                app.root(),
                List.of("byhand", "purchases"),
                List.of(War.jar(com.standardwebhooks.Webhook.class)),
                Map.of(
                        "byhand.secret",
                        keys.callbackSecret(),
                        "benchmark.in-memory",
                        String.valueOf(app == App.BYHAND_MEMORY)));
    }

    private War accounts() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aurpay.webhook.url", url(App.ACCOUNTS));
        properties.put("aurpay.webhook.datasource", ServerXml.DATA_SOURCE);
        properties.put("benchmark.in-memory", "false");
        properties.put("benchmark.token", keys.callbackToken());
        properties.put("benchmark.secret", keys.callbackSecret());
        return new War(App.ACCOUNTS.root(), List.of("app", "clock", "purchases", "merchants"), jars, properties);
    }

    private War sweeping() {
        Map<String, String> properties = properties(App.SWEEPING);
        properties.put("aurpay.webhook.datasource", ServerXml.PAYMENTS);
        properties.put("aurpay.payments.looks", Sweep.FIRST_LOOK + ",P1D");
        return new War(App.SWEEPING.root(), List.of("sweeping", "clock"), jars, properties);
    }

    private Map<String, String> properties(App app) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aurpay/mp-rest/url", sandbox);
        properties.put("aurpay.api-token", keys.apiToken());
        properties.put("aurpay.secret-key", keys.secretKey());
        properties.put("aurpay.webhook.url", url(app));
        properties.put("aurpay.webhook.token", keys.callbackToken());
        properties.put("aurpay.webhook.secret", keys.callbackSecret());
        return properties;
    }

    private String url(App app) {
        return "http://127.0.0.1:" + port + app.at("aurpay/callbacks");
    }
}
