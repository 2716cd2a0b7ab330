package net.aurpay.webhook.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.ProbeReport.Arrival;

/** Sends a probe to the public URL, and compares it with what arrived. Thread-safe. */
public final class PublicProbe {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration RESPONSE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int NONCE_BYTES = 16;

    private final String base;
    private final ProbeSeals seals;
    private final InstantSource clock;
    private final Supplier<HttpClient.Builder> clients;
    private final SecureRandom random = new SecureRandom();

    /**
     * Creates the probe.
     *
     * @param base the first {@code aurpay.webhook.url}, without a slash at the end
     * @param clients trust what Java trusts, except in tests
     */
    public PublicProbe(String base, ProbeSeals seals, InstantSource clock, Supplier<HttpClient.Builder> clients) {
        this.base = base;
        this.seals = seals;
        this.clock = clock;
        this.clients = clients;
    }

    /** Sends one request and waits for the response. */
    public ProbeReport probe() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ProbeRequest probe = new ProbeRequest(HexFormat.of().formatHex(nonce), now);
        ProbeFindings findings = new ProbeFindings(URI.create(base));
        String shown = base + "/probe?" + ProbeEndpoint.withoutSeal(ProbeRequest.QUERY);
        try {
            HttpResponse<String> response = send(probe);
            Optional<Arrival> arrival = response.statusCode() == OK
                    ? seals.openAnswer(response.body()).flatMap(text -> AnswerText.arrival(text, probe.nonce()))
                    : Optional.empty();
            Finding finding = arrival.map(found -> findings.arrived(found, probe))
                    .orElseGet(() -> findings.answered(
                            response.statusCode(), response.headers().firstValue("Location")));
            return finding.report(shown, arrival);
        } catch (IOException e) {
            return findings.failed(e).report(shown, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return findings.interrupted().report(shown, Optional.empty());
        }
    }

    private HttpResponse<String> send(ProbeRequest probe) throws IOException, InterruptedException {
        String sealed = probe.sealed(seals);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/probe?" + ProbeRequest.QUERY + sealed))
                .timeout(RESPONSE)
                .header(ProbeRequest.HEADER, sealed);
        probe.headers().forEach(request::header);
        return clients.get()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()
                .send(request.build(), BodyHandlers.ofString());
    }
}
