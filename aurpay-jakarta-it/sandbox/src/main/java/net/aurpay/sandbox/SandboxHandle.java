package net.aurpay.sandbox;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.CallbackLosses;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;

/**
 * A running sandbox, and everything that a test may do to it. Thread-safe.
 *
 * <p>A payment is named by its reference, as given to {@code CallbackUrls.forPayment}, or by the id of its order. If several
 * payments have the reference, the newest one is meant. If the customer of a payment URL has not chosen a currency yet, the
 * methods that change the payment choose USDT on Tron.
 */
public final class SandboxHandle implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A test does not want to wait: the first retries come sooner than Aurpay's. */
    private static final List<Duration> PAUSES = Stream.concat(
                    Stream.of(100, 200, 400, 800).map(Duration::ofMillis),
                    Collections.nCopies(120, Duration.ofSeconds(1)).stream())
            .toList();

    private final Sandbox sandbox;
    private final PaymentSearch payments;
    private final SandboxCallbacks callbacks;

    private SandboxHandle(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.payments = new PaymentSearch(sandbox);
        this.callbacks = new SandboxCallbacks(sandbox);
    }

    /** Starts a sandbox with credentials of its own, at a free port of 127.0.0.1. */
    public static SandboxHandle start() {
        return new SandboxHandle(Sandbox.start(SandboxOptions.defaults().retryPauses(PAUSES)));
    }

    /** Where the API is, in place of {@code https://dashboard.aurpay.net}; also the address of the sandbox's pages. */
    public URI url() {
        return URI.create(sandbox.url());
    }

    /** What an application needs to call this sandbox, and to verify its callbacks. */
    public SandboxCredentials credentials() {
        return SandboxCredentials.of(sandbox.keys());
    }

    /**
     * Returns the configuration of an application.
     *
     * @param webhookUrl the URL under which this sandbox reaches the application's callbacks, such as {@code
     *     http://localhost:9080/shop/aurpay/callbacks}
     */
    public ApplicationSettings settings(String webhookUrl) {
        return ApplicationSettings.of(this, webhookUrl);
    }

    /**
     * Returns a payment, without changing it.
     *
     * @throws IllegalArgumentException if there is no such payment, or its customer has not chosen a currency yet
     */
    public SandboxPayment payment(String payment) {
        return SandboxPayment.of(payments.existing(payment));
    }

    /** Pays the whole amount: the order is then SUCCESS, and its callback is on its way. */
    public SandboxPayment pay(String payment) {
        return SandboxPayment.of(sandbox.pay(payments.orderId(payment)));
    }

    /** Pays half of what is left to pay: the order is then PARTIAL. There is no callback. */
    public SandboxPayment underpay(String payment) {
        return SandboxPayment.of(sandbox.underpay(payments.orderId(payment)));
    }

    /**
     * Pays a part.
     *
     * @param amount in the cryptocurrency of the order, less than what is left to pay
     */
    public SandboxPayment underpay(String payment, BigDecimal amount) {
        return SandboxPayment.of(sandbox.underpay(payments.orderId(payment), amount));
    }

    /** Pays twice the amount: the order is then SUCCESS, and its callback is on its way. */
    public SandboxPayment overpay(String payment) {
        return SandboxPayment.of(sandbox.overpay(payments.orderId(payment)));
    }

    /** Pays an order that has expired: it stays OVERDUE until somebody resolves it. There is no callback. */
    public SandboxPayment payLate(String payment) {
        return SandboxPayment.of(sandbox.payLate(payments.orderId(payment)));
    }

    /** Ends the time for paying: the order is then OVERDUE, and the callback of the time-out is on its way. */
    public SandboxPayment expire(String payment) {
        return SandboxPayment.of(sandbox.expire(payments.orderId(payment)));
    }

    /** Accepts a PARTIAL or OVERDUE order, as a person does in the dashboard: RESOLVED, and its callback is on its way. */
    public SandboxPayment resolve(String payment) {
        return SandboxPayment.of(sandbox.resolve(payments.orderId(payment)));
    }

    /** Refunds a paid order, as a person does in the dashboard: the order is then REFUNDED. There is no callback. */
    public SandboxPayment refund(String payment) {
        String orderId = payments.orderId(payment);
        sandbox.refund(orderId);
        return SandboxPayment.of(sandbox.order(orderId));
    }

    /** Loses all callbacks from now on: neither they nor their retries are sent. */
    public void loseCallbacks() {
        sandbox.callbackLosses().share(new CallbackLosses.Share(100, 0, Duration.ZERO, 0));
    }

    /** Loses the callbacks of one payment from now on. */
    public void loseCallbacks(String payment) {
        sandbox.callbackLosses().of(sandbox.order(payments.orderId(payment)).key(), CallbackLosses.Fate.LOST);
    }

    /** Loses no more callbacks. Those that were lost stay lost, see {@link #sendLostCallbacks}. */
    public void deliverCallbacks() {
        sandbox.callbackLosses().clear();
    }

    /**
     * Sends each lost callback after all, once.
     *
     * @return how many there were
     */
    public int sendLostCallbacks() {
        return callbacks.sendLost();
    }

    /** Lets the next call of an operation fail. */
    public void fail(ApiOperation operation, ApiFailure how) {
        fail(operation, how, 1);
    }

    /**
     * Lets the next calls of an operation fail. A client may repeat a read by itself: each repetition counts.
     *
     * @param times above 0
     */
    public void fail(ApiOperation operation, ApiFailure how, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be above 0, was <" + times + ">");
        }
        sandbox.faults().next(times, request -> request.isOperation(operation.request()), how.fault());
    }

    /** Forgets the failures that no call has met yet. */
    public void endFailures() {
        sandbox.faults().clear();
    }

    /** Returns how many calls of an operation there were, rejected and failed ones included. */
    public int calls(ApiOperation operation) {
        return sandbox.requestCounts().of(operation.request());
    }

    /** Moves the clock of the orders forward. When this method returns, orders whose 30 minutes are over are OVERDUE. */
    public void advance(Duration by) {
        sandbox.clock().advance(by);
    }

    /** Returns every attempt of every callback so far, with its answer, oldest first. */
    public List<CallbackDelivery> callbacks() {
        return callbacks.all();
    }

    /** Returns the attempts of the callbacks whose URL has this reference, oldest first. */
    public List<CallbackDelivery> callbacks(String reference) {
        return callbacks.of(reference);
    }

    /**
     * Waits until the application has answered 200 to the callback of success of a payment, for 30 seconds at most.
     *
     * @throws AssertionError if there is no such answer in time; the message has all attempts
     */
    public CallbackDelivery awaitPaid(String payment) throws InterruptedException {
        return awaitPaid(payment, PATIENCE);
    }

    /**
     * Waits until the application has answered 200 to the callback of success of a payment.
     *
     * @throws AssertionError if there is no such answer in time; the message has all attempts
     */
    public CallbackDelivery awaitPaid(String payment, Duration atMost) throws InterruptedException {
        return callbacks
                .awaitSuccess(orderId -> payments.means(payment, orderId), atMost)
                .orElseThrow(() -> new AssertionError(message(payment, atMost)));
    }

    private String message(String reference, Duration waited) {
        String attempts =
                callbacks(reference).stream().map(attempt -> "\n  " + attempt).collect(Collectors.joining());
        return "no callback of success of <" + reference + "> was answered 200 within " + waited + ". "
                + payments.describe(reference)
                + (attempts.isEmpty() ? " No callback was attempted." : " The attempts: " + attempts);
    }

    /** Stops the sandbox. */
    @Override
    public void close() {
        sandbox.close();
    }

    @Override
    public String toString() {
        return "SandboxHandle[" + url() + "]";
    }
}
