package net.aurpay.client.http;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Algorithm;
import net.aurpay.client.Credentials;
import net.aurpay.client.WithdrawalRequest;
import net.aurpay.client.json.JsonBinding;

/**
 * Determines what is sent, then signs exactly that.
 *
 * <p>This class must never become a {@code @Provider}: servers would find the class and sign, with the merchant's
 * token, the requests of every other REST client of the application.
 */
@Dependent
public class SigningFilter implements ClientRequestFilter {
    /** A priority after every filter of the application, so that the changes of those filters are signed, too. */
    public static final int LAST = Integer.MAX_VALUE;

    /** The property in which {@link ResponseFilter} finds the text that was signed. */
    static final String ORIGIN = "net.aurpay.client.signature-origin";

    /** The property in which {@link ResponseFilter} finds the code of a withdrawal, which no message may repeat. */
    static final String VERIFY_CODE = "net.aurpay.client.verify-code";

    /** The property with the credentials of one client, which are used instead of those in the configuration. */
    public static final String CREDENTIALS = "net.aurpay.client.credentials";

    /** The property in which {@link BodyWriter} finds the bytes that were signed. */
    static final String BODY = "net.aurpay.client.body";

    /** The methods that Java's {@code HttpURLConnection} sends, with which Jersey sends its requests. */
    private static final Set<String> OF_HTTP_URL_CONNECTION =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE");

    private final CurrentConfig config = new CurrentConfig();
    private final Map<Method, CallParameters> known = new ConcurrentHashMap<>();

    @Override
    public void filter(ClientRequestContext request) {
        try {
            prepare(request);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw FailureDetails.unsent(e.getMessage() + "; nothing was sent").exception(e);
        }
    }

    private void prepare(ClientRequestContext request) {
        // If the response could not be read, the request must not be sent.
        JsonBinding.get();
        request.setUri(RequestTarget.settled(request.getUri()));
        if (RequestTarget.isLogIn(request.getUri())) {
            AccessTokens.nameScheme(request);
            return;
        }
        ClientConfig config = this.config.of(request);
        Credentials credentials = credentials(request, config);
        byte[] body = prepareBody(request);
        if (!request.getHeaders().containsKey("Accept")) {
            // Quarkus names no type of response unless the interface has @Produces.
            request.getHeaders().putSingle("Accept", MediaType.APPLICATION_JSON);
        }
        if (!credentials.isSigning()) {
            request.getHeaders().putSingle("API-Key", credentials.token());
        } else {
            sign(request, credentials, config.rules().bodyMd5(request.getMethod(), body));
        }
    }

    private static Credentials credentials(ClientRequestContext request, ClientConfig config) {
        if (request.getConfiguration().getProperty(CREDENTIALS) instanceof Credentials own) {
            return own;
        }
        CredentialSet set = CredentialSet.of(request.getUri().getRawPath());
        if (request.getConfiguration().getProperty(CallAccount.SHARED) == null) {
            return config.require(set);
        }
        return CallAccount.current()
                .orElseThrow(() -> new IllegalStateException(
                        "this server signs a request on another thread than that of the call, so the account of the"
                                + " call is not known"))
                .credentials(set);
    }

    private static void sign(ClientRequestContext request, Credentials credentials, String bodyMd5) {
        String date = SignatureOrigin.date(Instant.now());
        Algorithm algorithm = credentials.algorithm();
        String target = RequestTarget.of(request.getUri());
        String origin = new SignatureOrigin(algorithm, date, request.getMethod(), target, bodyMd5).text();
        MultivaluedMap<String, Object> headers = request.getHeaders();
        headers.putSingle("API-Token", credentials.token());
        headers.putSingle("Algorithm", algorithm.headerName());
        headers.putSingle("Date", date);
        headers.putSingle("Body-MD5", bodyMd5);
        headers.putSingle("Signature", credentials.sign(origin));
        request.setProperty(ORIGIN, origin);
    }

    /**
     * Serialises the body once. A write without a body gets an empty body, because servers would otherwise send it in
     * two different ways.
     */
    private byte[] prepareBody(ClientRequestContext request) {
        boolean isJersey = request.getClass().getName().contains(".jersey.");
        if (isJersey && !OF_HTTP_URL_CONNECTION.contains(request.getMethod())) {
            throw new IllegalArgumentException("this server's REST client cannot send a " + request.getMethod());
        }
        byte[] body = RequestBody.of(request, known);
        if (Effect.isRead(request.getMethod())) {
            return body;
        }
        if (request.getEntity() instanceof WithdrawalRequest withdrawal && withdrawal.verificationCode() != null) {
            request.setProperty(VERIFY_CODE, withdrawal.verificationCode());
        }
        request.setProperty(BODY, body);
        request.setEntity(body, request.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        if (isJersey) {
            // Jersey calls the application's interceptors before BodyWriter, whatever their priorities.
            request.setEntityStream(new SignedBodyStream(request.getEntityStream(), body));
        }
        return body;
    }
}
