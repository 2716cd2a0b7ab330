package net.aurpay.webhook.probe;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.aurpay.webhook.ProbeReport.Arrival;
import org.jspecify.annotations.Nullable;

/** Says what arrived, to this application's own probes only. Thread-safe. */
public final class ProbeEndpoint {
    private static final String PARAMETER = "&" + ProbeRequest.PARAMETER + "=";

    private final ProbeSeals seals;
    private final InstantSource clock;

    public ProbeEndpoint(ProbeSeals seals, InstantSource clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Returns the sealed answer; empty if this is no probe of ours.
     *
     * @param scheme empty if not known
     * @param target raw path and raw query
     * @param headers all values of a header by its name
     */
    public Optional<String> answer(
            String scheme, String target, Function<String, ? extends @Nullable List<String>> headers) {
        return ours(target, headers).map(probe -> {
            Set<String> same = new LinkedHashSet<>();
            Set<String> changed = new LinkedHashSet<>();
            for (Map.Entry<String, String> sent : probe.headers().entrySet()) {
                List<String> values = values(headers, sent.getKey());
                if (!values.isEmpty()) {
                    (values.equals(List.of(sent.getValue())) ? same : changed).add(sent.getKey());
                }
            }
            int question = target.indexOf('?');
            String path = question < 0 ? target : target.substring(0, question);
            String query = question < 0 ? "" : target.substring(question + 1);
            Arrival arrival = new Arrival(scheme, path, withoutSeal(query), same, changed);
            return seals.answer(AnswerText.of(probe.nonce(), arrival));
        });
    }

    private Optional<ProbeRequest> ours(String target, Function<String, ? extends @Nullable List<String>> headers) {
        int start = target.lastIndexOf(PARAMETER);
        String inQuery = start < 0 ? "" : target.substring(start + PARAMETER.length());
        Optional<ProbeRequest> found = ProbeRequest.of(inQuery, seals, clock.instant());
        List<String> values = values(headers, ProbeRequest.HEADER);
        return found.isPresent() || values.size() != 1 ? found : ProbeRequest.of(values.get(0), seals, clock.instant());
    }

    private static List<String> values(Function<String, ? extends @Nullable List<String>> headers, String name) {
        List<String> values = headers.apply(name);
        return values == null ? List.of() : values;
    }

    /** Removes what proves whose probe it was. */
    static String withoutSeal(String query) {
        int start = query.lastIndexOf(PARAMETER);
        return start < 0 ? query : query.substring(0, start);
    }
}
