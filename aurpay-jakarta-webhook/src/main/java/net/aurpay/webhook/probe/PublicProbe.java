package net.aurpay.webhook.probe;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.ProbeReport.Arrival;
import org.jspecify.annotations.Nullable;

/** Sends a probe to the public URL, and compares it with what arrived. Thread-safe. */
public final class PublicProbe {
    private static final int OK = 200;
    private static final int NONCE_BYTES = 16;

    private final ProbeRules rules;
    private final ProbeSeals seals;
    private final ProbeCall call;
    private final SecureRandom random = new SecureRandom();

    /** Creates the probe, which accepts the certificates that Java accepts. */
    public PublicProbe(ProbeRules rules, ProbeSeals seals) {
        this(rules, seals, null);
    }

    /**
     * Creates the probe.
     *
     * @param tls null for what Java accepts
     */
    public PublicProbe(ProbeRules rules, ProbeSeals seals, @Nullable SSLSocketFactory tls) {
        this.rules = rules;
        this.seals = seals;
        call = new ProbeCall(tls);
    }

    /** Sends one request and waits for the response. */
    public ProbeReport probe() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        ProbeRequest probe = new ProbeRequest(HexFormat.of().formatHex(nonce), now);
        URI url = URI.create(rules.probed(seals.account()));
        String sent = url + "?" + ProbeTicket.hiddenIn(ProbeRequest.QUERY);
        try {
            ProbeResponse response = send(url, probe);
            Optional<Arrival> arrival = response.status() == OK
                    ? seals.openAnswer(response.body()).flatMap(text -> AnswerText.arrival(text, probe.nonce()))
                    : Optional.empty();
            Finding finding = arrival.map(found -> new ArrivalFindings(url, seals.account(), rules.headers()).of(found))
                    .orElseGet(() -> new ResponseFindings(url).of(response));
            return finding.report(sent, arrival);
        } catch (IOException e) {
            return ProbeFailures.finding(url, e).report(sent, Optional.empty());
        }
    }

    private ProbeResponse send(URI url, ProbeRequest probe) throws IOException {
        String ticket = probe.ticket(seals);
        Map<String, String> headers = new LinkedHashMap<>(probe.headers(rules.headers()));
        headers.put(ProbeRequest.HEADER, ticket);
        return call.get(URI.create(url + "?" + ProbeRequest.QUERY + ticket), headers);
    }
}
