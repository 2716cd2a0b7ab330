package net.aurpay.it.benchmark;

import com.adyen.util.HMACValidator;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.stripe.exception.SignatureVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SignatureException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.crypto.Mac;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.CallbackVerifier;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verifies one callback; every contender gets the same text and the same secret. */
@State(Scope.Benchmark)
@Warmup(iterations = 15, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class VerifyBenchmark {
    private final Callback callback = Callback.now();
    private final String text = callback.text();
    private final String signature = Callback.base64(text);
    private final byte[] signatureBytes = signature.getBytes(StandardCharsets.US_ASCII);

    private final CallbackVerifier verifier = CallbackVerifier.builder()
            .url(Callback.BASE)
            .token(Callback.TOKEN)
            .secret(Callback.SECRET)
            .build();
    private final Map<String, List<String>> headers = Map.of(
            "Callback-Token", List.of(Callback.TOKEN),
            "Date", List.of(callback.date()),
            "Signature", List.of(signature));
    private final Function<String, @Nullable List<String>> lookUp = headers::get;

    private final String now = Long.toString(Instant.now().getEpochSecond());
    private final String stripeHeader = "t=" + now + ",v1=" + Callback.hex(now + "." + text);
    private final Map<String, List<String>> standardHeaders = Map.of(
            "webhook-id", List.of("msg_1"),
            "webhook-timestamp", List.of(now),
            "webhook-signature", List.of("v1," + Callback.base64("msg_1." + now + "." + text)));
    private final com.standardwebhooks.Webhook standard = standard();
    private final HMACValidator adyen = new HMACValidator();
    private final String adyenKey = HexFormat.of().formatHex(Callback.SECRET.getBytes(StandardCharsets.UTF_8));

    /** The minimum: one {@code Mac} per thread that already has its key, Base64, and a comparison in constant time. */
    @Benchmark
    public boolean floor(Keyed keyed) {
        return MessageDigest.isEqual(signatureBytes, Base64.getEncoder().encode(keyed.mac.doFinal(keyed.text)));
    }

    @Benchmark
    public VerifiedCallback aurpay() throws CallbackRejectedException {
        return verifier.verify(Callback.REST, lookUp);
    }

    @Benchmark
    public boolean stripe() throws SignatureVerificationException {
        return com.stripe.net.Webhook.Signature.verifyHeader(text, stripeHeader, Callback.SECRET, 86_400);
    }

    @Benchmark
    public com.standardwebhooks.Webhook standardwebhooks() throws WebhookVerificationException {
        standard.verify(text, standardHeaders);
        return standard;
    }

    @Benchmark
    public boolean adyen() throws SignatureException {
        return adyen.validateHMAC(signature, adyenKey, text);
    }

    private static com.standardwebhooks.Webhook standard() {
        try {
            return new com.standardwebhooks.Webhook(Callback.SECRET.getBytes(StandardCharsets.UTF_8));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Objects that only one thread may use. */
    @State(Scope.Thread)
    public static class Keyed {
        final Mac mac = Callback.mac();
        final byte[] text = Callback.now().text().getBytes(StandardCharsets.UTF_8);
    }
}
