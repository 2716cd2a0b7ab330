package net.aurpay.webhook.inbox;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Declares each configuration key of the webhook once: the name, the default and the description. {@code
 * docs/configuration.md} is generated from this class. It is in this package because messages of the inbox name keys,
 * too, and the inbox must not depend on the endpoint.
 *
 * <p>Nothing is injected into the fields. They are annotated because IDEs with support for MicroProfile look for this annotation
 * in jars to complete keys. The class is abstract so that no archive can make a bean of it.
 */
public abstract class WebhookKeys {
    public static final String PREFIX = "aurpay.webhook.";

    public static final String URL = "aurpay.webhook.url";
    public static final String TOKEN = "aurpay.webhook.token";
    public static final String SECRET = "aurpay.webhook.secret";
    public static final String API_KEY = "aurpay.webhook.api-key";
    public static final String REQUIRE = "aurpay.webhook.require";
    public static final String TOLERANCE = "aurpay.webhook.tolerance";
    public static final String MAX_AGE = "aurpay.webhook.max-age";
    public static final String MAX_BODY_SIZE = "aurpay.webhook.max-body-size";
    public static final String CONFIRM = "aurpay.webhook.confirm";
    public static final String CONFIRM_TIMEOUT = "aurpay.webhook.confirm-timeout";
    public static final String USER_ID = "aurpay.webhook.user-id";
    public static final String DATASOURCE = "aurpay.webhook.datasource";
    public static final String TABLE = "aurpay.webhook.table";
    public static final String INBOX_SIZE = "aurpay.webhook.inbox-size";
    public static final String RETENTION = "aurpay.webhook.retention";
    public static final String PROBE = "aurpay.webhook.probe";

    public static final String PAYMENTS_PREFIX = "aurpay.payments.";

    public static final String PAYMENTS_TABLE = "aurpay.payments.table";
    public static final String PAYMENTS_LOOKS = "aurpay.payments.looks";
    public static final String PAYMENTS_SWEEP_EVERY = "aurpay.payments.sweep-every";
    public static final String PAYMENTS_CASHIER = "aurpay.payments.cashier";

    /** All keys that begin with one of the prefixes. */
    public static final List<String> ALL = List.of(
            URL,
            TOKEN,
            SECRET,
            API_KEY,
            REQUIRE,
            TOLERANCE,
            MAX_AGE,
            MAX_BODY_SIZE,
            CONFIRM,
            CONFIRM_TIMEOUT,
            USER_ID,
            DATASOURCE,
            TABLE,
            INBOX_SIZE,
            RETENTION,
            PROBE,
            PAYMENTS_TABLE,
            PAYMENTS_LOOKS,
            PAYMENTS_SWEEP_EVERY,
            PAYMENTS_CASHIER);

    public static final String LOOK_UP_CONNECT_TIMEOUT =
            "net.aurpay.webhook.endpoint.OrderLookUp/mp-rest/connectTimeout";
    public static final String LOOK_UP_READ_TIMEOUT = "net.aurpay.webhook.endpoint.OrderLookUp/mp-rest/readTimeout";

    public static final String DEFAULT_REQUIRE = "token,signature";
    public static final String DEFAULT_TOLERANCE = "PT5M";
    public static final String DEFAULT_MAX_AGE = "P1D";
    public static final String DEFAULT_MAX_BODY_SIZE = "65536";
    public static final String DEFAULT_CONFIRM = "false";
    public static final String DEFAULT_CONFIRM_TIMEOUT = "PT20S";
    public static final String DEFAULT_TABLE = "aurpay_callback";
    public static final String DEFAULT_INBOX_SIZE = "100000";
    public static final String DEFAULT_RETENTION = "P30D";
    public static final String DEFAULT_PROBE = "false";
    public static final String DEFAULT_PAYMENTS_TABLE = "aurpay_payment";
    public static final String DEFAULT_PAYMENTS_CASHIER = "false";
    public static final String DEFAULT_PAYMENTS_LOOKS = "PT35M,PT1H,PT6H,P1D,P3D,P7D,P30D";

    /**
     * The public URL of {@code <context>/aurpay/callbacks}. Of several values, separated by commas, the first is used for
     * new payments, and callbacks to all of them are accepted.
     */
    @ConfigProperty(name = URL)
    String url;

    /**
     * The callback token; several values, separated by commas, for rotation. Write a comma in a value as {@code \,} and a
     * backslash as {@code \\}.
     */
    @ConfigProperty(name = TOKEN)
    String token;

    /** The callback secret; several values, in the same way. */
    @ConfigProperty(name = SECRET)
    String secret;

    /** The account's API key, if callbacks are to be checked for it; several values, in the same way. */
    @ConfigProperty(name = API_KEY)
    String apiKey;

    /**
     * What a callback must have: any of {@code token}, {@code signature} and {@code api-key}; {@code signature} may be
     * left out only with {@code confirm} and a {@code datasource}.
     */
    @ConfigProperty(name = REQUIRE, defaultValue = DEFAULT_REQUIRE)
    String require;

    /** How far ahead of this server's clock a callback's date may be. */
    @ConfigProperty(name = TOLERANCE, defaultValue = DEFAULT_TOLERANCE)
    Duration tolerance;

    /** How old a callback's date may be. */
    @ConfigProperty(name = MAX_AGE, defaultValue = DEFAULT_MAX_AGE)
    Duration maxAge;

    /** How long a callback's body may be, in bytes; also {@code 64 KiB} or {@code 1 MiB}. */
    @ConfigProperty(name = MAX_BODY_SIZE, defaultValue = DEFAULT_MAX_BODY_SIZE)
    String maxBodySize;

    /** Whether the order is looked up before the event is fired. */
    @ConfigProperty(name = CONFIRM, defaultValue = DEFAULT_CONFIRM)
    boolean confirm;

    /**
     * How long the look-up may take in all; after that, the callback is answered 503. If you shorten it, also lower
     * {@code net.aurpay.webhook.endpoint.OrderLookUp/mp-rest/readTimeout}.
     */
    @ConfigProperty(name = CONFIRM_TIMEOUT, defaultValue = DEFAULT_CONFIRM_TIMEOUT)
    Duration confirmTimeout;

    /** With {@code confirm}: callbacks for orders of another {@code userId()} are rejected. */
    @ConfigProperty(name = USER_ID)
    String userId;

    /** The JNDI name of the data source for the inbox; without one, the inbox is in memory. */
    @ConfigProperty(name = DATASOURCE)
    String datasource;

    /**
     * The name of the inbox's table; its DDL is in the webhook's jar, {@code META-INF/aurpay/aurpay_callback.sql}.
     */
    @ConfigProperty(name = TABLE, defaultValue = DEFAULT_TABLE)
    String table;

    /**
     * How many callbacks the in-memory inbox remembers; when all of them are younger than {@code max-age}, new callbacks are
     * answered 503.
     */
    @ConfigProperty(name = INBOX_SIZE, defaultValue = DEFAULT_INBOX_SIZE)
    String inboxSize;

    /**
     * How long a row without a payment id and without an order is kept; at least {@code max-age} and {@code tolerance}
     * together. Other rows are never deleted.
     */
    @ConfigProperty(name = RETENTION, defaultValue = DEFAULT_RETENTION)
    Duration retention;

    /**
     * Whether the application sends one request to its own public URL after the start, and logs whether it arrives unchanged, if the
     * server has Jakarta Concurrency. It does not prove that Aurpay gets through. It needs a {@code secret}, or that of an account.
     */
    @ConfigProperty(name = PROBE, defaultValue = DEFAULT_PROBE)
    boolean probe;

    /**
     * The name of the table of open payments, in the same data source; its DDL is in the webhook's jar, {@code
     * META-INF/aurpay/aurpay_payment.sql}.
     */
    @ConfigProperty(name = PAYMENTS_TABLE, defaultValue = DEFAULT_PAYMENTS_TABLE)
    String paymentsTable;

    /** When a sweep looks an open payment up: the times since it was opened, ascending. */
    @ConfigProperty(name = PAYMENTS_LOOKS, defaultValue = DEFAULT_PAYMENTS_LOOKS)
    String paymentsLooks;

    /**
     * The time from one sweep to the next, if the server has Jakarta Concurrency; on Open Liberty, that is the feature
     * {@code concurrent-3.0}. If the key is not set, the application calls {@code Payments.sweep}.
     */
    @ConfigProperty(name = PAYMENTS_SWEEP_EVERY)
    Duration paymentsSweepEvery;

    /**
     * Whether this application shows the page {@code <context>/aurpay/cashier/…}, on which a customer chooses a
     * cryptocurrency; {@code CashierLinks} makes the links to it. It needs a {@code datasource} and a {@code secret}.
     */
    @ConfigProperty(name = PAYMENTS_CASHIER, defaultValue = DEFAULT_PAYMENTS_CASHIER)
    boolean paymentsCashier;

    /** How long the look-up of {@code aurpay.webhook.confirm} may take to connect, in milliseconds. */
    @ConfigProperty(name = LOOK_UP_CONNECT_TIMEOUT, defaultValue = "5000")
    long lookUpConnectTimeout;

    /** How long the look-up of {@code aurpay.webhook.confirm} waits for an API that does not respond, in milliseconds. */
    @ConfigProperty(name = LOOK_UP_READ_TIMEOUT, defaultValue = "15000")
    long lookUpReadTimeout;
}
