package net.aurpay.webhook.probe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.aurpay.webhook.ProbeReport.Arrival;
import org.jspecify.annotations.Nullable;

/** Says what arrived, to this application's own probes only. Thread-safe. */
public final class ProbeEndpoint {
    private final ProbeRules rules;
    private final Function<String, ProbeSeals> seals;

    /**
     * Creates the endpoint.
     *
     * @param seals of the account that a request claims to be of; for one that does not exist, seals that nobody else has
     */
    public ProbeEndpoint(ProbeRules rules, Function<String, ProbeSeals> seals) {
        this.rules = rules;
        this.seals = seals;
    }

    /**
     * Returns the sealed answer; empty if this is no probe of ours.
     *
     * @param scheme empty if not known
     * @param target raw path and raw query
     * @param headers all values of a header by its name
     * @throws net.aurpay.client.AurpayException if it is not known whether there is such an account
     */
    public Optional<String> answer(
            String scheme, String target, Function<String, ? extends @Nullable List<String>> headers) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return tickets(query, headers)
                .flatMap(
                        ticket -> answer(
                                ticket,
                                new Arrival(scheme, path, ProbeTicket.hiddenIn(query), Set.of(), Set.of()),
                                headers)
                                .stream())
                .findFirst();
    }

    private static Stream<ProbeTicket> tickets(
            String query, Function<String, ? extends @Nullable List<String>> headers) {
        List<String> values = values(headers, ProbeRequest.HEADER);
        Optional<ProbeTicket> inHeader = values.size() == 1 ? ProbeTicket.of(values.get(0)) : Optional.empty();
        return Stream.of(ProbeTicket.inQuery(query), inHeader)
                .flatMap(Optional::stream)
                .distinct();
    }

    private Optional<String> answer(
            ProbeTicket ticket, Arrival arrival, Function<String, ? extends @Nullable List<String>> headers) {
        ProbeSeals ofAccount = seals.apply(ticket.account());
        return ProbeRequest.of(ticket, ofAccount, rules.clock().instant()).map(probe -> {
            Set<String> same = new LinkedHashSet<>();
            Set<String> changed = new LinkedHashSet<>();
            for (Map.Entry<String, String> sent : probe.headers(rules.headers()).entrySet()) {
                List<String> values = values(headers, sent.getKey());
                if (!values.isEmpty()) {
                    (values.equals(List.of(sent.getValue())) ? same : changed).add(sent.getKey());
                }
            }
            return ofAccount.answer(AnswerText.of(
                    probe.nonce(), new Arrival(arrival.scheme(), arrival.path(), arrival.query(), same, changed)));
        });
    }

    private static List<String> values(Function<String, ? extends @Nullable List<String>> headers, String name) {
        List<String> values = headers.apply(name);
        return values == null ? List.of() : values;
    }
}
