package net.aurpay.client.http;

import java.time.Duration;
import net.aurpay.client.Aurpay;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Declares each configuration key of the client once: the name, the default and the description. {@code
 * docs/configuration.md} is generated from this class.
 *
 * <p>Nothing is injected into the fields. They are annotated because IDEs with support for MicroProfile look for this annotation
 * in jars to complete keys. The class is abstract so that no archive can make a bean of it.
 */
public abstract class ClientKeys {
    /** What every key of this library begins with, except those of MicroProfile Rest Client. */
    public static final String PREFIX = "aurpay.";

    public static final String API_KEY = "aurpay.api-key";
    public static final String API_TOKEN = "aurpay.api-token";
    public static final String SECRET_KEY = "aurpay.secret-key";
    public static final String ALGORITHM = "aurpay.algorithm";
    public static final String LIGHTNING_API_KEY = "aurpay.lightning.api-key";
    public static final String LIGHTNING_API_TOKEN = "aurpay.lightning.api-token";
    public static final String LIGHTNING_SECRET_KEY = "aurpay.lightning.secret-key";
    public static final String LIGHTNING_ALGORITHM = "aurpay.lightning.algorithm";
    public static final String BODY_MD5_CASE = "aurpay.signing.body-md5-case";
    public static final String EMPTY_BODY = "aurpay.signing.empty-body";
    public static final String MAX_RESPONSE_SIZE = "aurpay.max-response-size";
    public static final String MAX_RETRIES = "aurpay.max-retries";
    public static final String MAX_RETRY_WAIT = "aurpay.max-retry-wait";
    public static final String HEALTH_CHECK = "aurpay.health.check";
    public static final String ACCOUNTS = "aurpay.accounts";
    public static final String OF_ACCOUNT = ACCOUNTS + ".<name>.";

    /** The prefix of those keys of MicroProfile Rest Client that all clients share. */
    public static final String REST = "aurpay/mp-rest/";

    public static final String URL = "aurpay/mp-rest/url";
    public static final String URI = "aurpay/mp-rest/uri";
    public static final String CONNECT_TIMEOUT = "aurpay/mp-rest/connectTimeout";
    public static final String READ_TIMEOUT = "aurpay/mp-rest/readTimeout";
    public static final String PROXY_ADDRESS = "aurpay/mp-rest/proxyAddress";
    public static final String FOLLOW_REDIRECTS = "aurpay/mp-rest/followRedirects";

    public static final String DEFAULT_ALGORITHM = "HMAC-SHA256";
    public static final String DEFAULT_BODY_MD5_CASE = "lower";
    public static final String DEFAULT_EMPTY_BODY = "md5";
    public static final String DEFAULT_MAX_RESPONSE_SIZE = "10485760";
    public static final String DEFAULT_MAX_RETRIES = "2";
    public static final String DEFAULT_MAX_RETRY_WAIT = "PT5S";
    public static final String DEFAULT_HEALTH_CHECK = "false";
    public static final String DEFAULT_CONNECT_TIMEOUT = "5000";
    public static final String DEFAULT_READ_TIMEOUT = "30000";
    public static final String DEFAULT_FOLLOW_REDIRECTS = "false";

    /** The API key for key authentication, which Aurpay recommends for testing only. */
    @ConfigProperty(name = API_KEY)
    String apiKey;

    /**
     * The API token for signature authentication, together with the secret key. The token takes precedence over the API
     * key.
     */
    @ConfigProperty(name = API_TOKEN)
    String apiToken;

    /** The key that requests are signed with; it is never sent. */
    @ConfigProperty(name = SECRET_KEY)
    String secretKey;

    /** The signature algorithm: {@code HMAC-SHA256} or {@code HMAC-SHA3_256}. */
    @ConfigProperty(name = ALGORITHM, defaultValue = DEFAULT_ALGORITHM)
    String algorithm;

    /** The API key for Lightning, where the main credentials are not accepted. */
    @ConfigProperty(name = LIGHTNING_API_KEY)
    String lightningApiKey;

    /** The API token for Lightning, together with its secret key. */
    @ConfigProperty(name = LIGHTNING_API_TOKEN)
    String lightningApiToken;

    /** The key that requests to Lightning are signed with; it is never sent. */
    @ConfigProperty(name = LIGHTNING_SECRET_KEY)
    String lightningSecretKey;

    /** The signature algorithm for Lightning: {@code HMAC-SHA256} or {@code HMAC-SHA3_256}. */
    @ConfigProperty(name = LIGHTNING_ALGORITHM, defaultValue = DEFAULT_ALGORITHM)
    String lightningAlgorithm;

    /** The case in which the MD5 of a body is signed, {@code lower} or {@code upper}: Aurpay's documentation says both. */
    @ConfigProperty(name = BODY_MD5_CASE, defaultValue = DEFAULT_BODY_MD5_CASE)
    String bodyMd5Case;

    /**
     * What is signed for a POST without a body: {@code md5}, which is the MD5 of an empty body, or {@code omit}, which is
     * nothing.
     */
    @ConfigProperty(name = EMPTY_BODY, defaultValue = DEFAULT_EMPTY_BODY)
    String emptyBody;

    /** How long a response may be, in bytes; a longer response is an exception. */
    @ConfigProperty(name = MAX_RESPONSE_SIZE, defaultValue = DEFAULT_MAX_RESPONSE_SIZE)
    int maxResponseSize;

    /**
     * How often a call that only reads is tried again while Aurpay is unavailable, 0 to 10; 0 switches retries off.
     */
    @ConfigProperty(name = MAX_RETRIES, defaultValue = DEFAULT_MAX_RETRIES)
    int maxRetries;

    /**
     * The longest wait before a retry, in ISO 8601, at most {@code PT5M}. If Aurpay asks the client to wait longer, the
     * call fails at once.
     */
    @ConfigProperty(name = MAX_RETRY_WAIT, defaultValue = DEFAULT_MAX_RETRY_WAIT)
    Duration maxRetryWait;

    /**
     * Whether the server's readiness includes a check that Aurpay's API is reachable and accepts the credentials.
     */
    @ConfigProperty(name = HEALTH_CHECK, defaultValue = DEFAULT_HEALTH_CHECK)
    boolean healthCheck;

    /**
     * The names of further accounts, separated by commas; each consists of 1 to 32 of {@code a} to {@code z} and {@code 0}
     * to {@code 9}.
     */
    @ConfigProperty(name = ACCOUNTS)
    String accounts;

    /**
     * The same for an account: {@code api-token} and {@code secret-key}, or {@code api-key}; {@code algorithm}; all of
     * these also after {@code lightning.}; {@code webhook.token}, {@code webhook.secret}, {@code webhook.api-key} and {@code
     * webhook.user-id}. An account inherits the algorithm and whatever has no key of its own, but never a secret.
     */
    @ConfigProperty(name = OF_ACCOUNT)
    String ofAccount;

    /** Where Aurpay's API is. */
    @ConfigProperty(name = URL, defaultValue = Aurpay.URL)
    String url;

    /** Where Aurpay's API is; takes precedence over {@code url}. */
    @ConfigProperty(name = URI)
    String uri;

    /** How long a call may take to connect, in milliseconds. */
    @ConfigProperty(name = CONNECT_TIMEOUT, defaultValue = DEFAULT_CONNECT_TIMEOUT)
    long connectTimeout;

    /** How long a call waits for the response, in milliseconds. */
    @ConfigProperty(name = READ_TIMEOUT, defaultValue = DEFAULT_READ_TIMEOUT)
    long readTimeout;

    /** The proxy on the way to the API, as {@code host:port}. */
    @ConfigProperty(name = PROXY_ADDRESS)
    String proxyAddress;

    /** Must be {@code false}: a signed request, or its API key, would go wherever a response says. */
    @ConfigProperty(name = FOLLOW_REDIRECTS, defaultValue = DEFAULT_FOLLOW_REDIRECTS)
    boolean followRedirects;
}
