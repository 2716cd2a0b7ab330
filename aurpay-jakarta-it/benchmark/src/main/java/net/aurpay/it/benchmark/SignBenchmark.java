package net.aurpay.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Signs one request: takes its body as bytes, returns its headers. */
@State(Scope.Thread)
@Warmup(iterations = 15, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class SignBenchmark {
    private static final String SECRET = "wc4VaFkL2mcqU7fXTGrQzVNH";
    private static final String TARGET = "/api/order/pay-url";
    private static final byte[] BODY = ("{\"price\":12.50,\"currency\":\"USD\","
                    + "\"succeed_url\":\"https://shop.example.com/shop?purchase=4711\","
                    + "\"timeout_url\":\"https://shop.example.com/shop?purchase=4711\","
                    + "\"callback_url\":\"" + Callback.URL + "\",\"timeout_callback\":\"" + Callback.URL + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] ORIGIN = ("HMAC-SHA256 | 2026-11-23T12:00:00.000Z | POST " + TARGET
                    + " | 0123456789abcdef0123456789abcdef")
            .getBytes(StandardCharsets.UTF_8);

    private final ClientInternals.Signer signer = ClientInternals.signer(SECRET);
    private final SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    /** Uses the JCA alone: MD5, HMAC and Base64 of the same bytes, as the JDK's documentation shows it. */
    @Benchmark
    public void floor(Blackhole result) throws GeneralSecurityException {
        result.consume(MessageDigest.getInstance("MD5").digest(BODY));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        result.consume(Base64.getEncoder().encodeToString(mac.doFinal(ORIGIN)));
    }

    @Benchmark
    public String[] aurpay() {
        return signer.sign("POST", TARGET, BODY);
    }
}
