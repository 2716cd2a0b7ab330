package net.aurpay.it.otlp;

import java.util.Map;

/**
 * A span as it was exported.
 *
 * @param parent the id of the enclosing span; empty if no span encloses this one
 * @param kind 1 internal, 2 server, 3 client
 * @param failed whether its status is an error
 * @param description the description of the status
 */
public record ReceivedSpan(
        String scope,
        String id,
        String parent,
        String name,
        long kind,
        boolean failed,
        String description,
        int events,
        Map<String, String> attributes) {
    static ReceivedSpan of(String scope, Message span) {
        Message status = span.messages(15).stream().findFirst().orElse(Message.of(new byte[0]));
        return new ReceivedSpan(
                scope,
                span.hex(2),
                span.hex(4),
                span.text(5),
                span.number(6),
                status.number(3) == 2,
                status.text(2),
                span.messages(11).size(),
                OtlpReceiver.attributes(span.messages(9)));
    }
}
