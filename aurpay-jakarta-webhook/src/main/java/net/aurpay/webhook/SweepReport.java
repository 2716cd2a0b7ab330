package net.aurpay.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What a sweep has found out.
 *
 * @param looks how many payments were looked up
 * @param paid how many of them turned out to be paid, so that {@link OrderSucceeded} was fired
 * @param underpaid how many turned out to be underpaid, so that {@link OrderUnderpaid} was fired
 * @param expired how many turned out to be over, so that {@link OrderTimedOut} was fired
 * @param refunded how many turned out to be refunded, so that {@link OrderRefunded} was fired
 * @param failed how many could not be looked up, or had an observer that failed. They come due again in minutes
 * @param requests how many requests for orders were sent to Aurpay
 * @param complete whether nothing was left out; false if Aurpay was not available or has rejected the credentials of an
 *     account, if an account could not be found, or if more payments were due than the sweep was to look up
 * @param retryAfter how long Aurpay asks to wait; empty if it does not ask. A sweep before that looks nothing up
 */
public record SweepReport(
        int looks,
        int paid,
        int underpaid,
        int expired,
        int refunded,
        int failed,
        int requests,
        boolean complete,
        Optional<Duration> retryAfter) {}
