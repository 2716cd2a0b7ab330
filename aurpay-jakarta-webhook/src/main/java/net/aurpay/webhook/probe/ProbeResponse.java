package net.aurpay.webhook.probe;

import java.util.Optional;

/**
 * What was received.
 *
 * @param location where a redirect leads
 * @param asksForLogin whether there is a {@code WWW-Authenticate}, which this library never sends
 * @param body empty unless the status is 200
 */
record ProbeResponse(int status, Optional<String> location, boolean asksForLogin, String body) {}
