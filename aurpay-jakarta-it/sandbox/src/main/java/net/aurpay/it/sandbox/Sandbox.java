package net.aurpay.it.sandbox;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** A running sandbox. Thread-safe. */
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers;
    private final CallbackSender sender;
    private final CallbackLog callbacks = new CallbackLog();
    private final Journal journal = new Journal();
    private final Faults faults = new Faults();
    private final Ledger ledger;
    private final Payments payments;
    private final SandboxOptions options;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Sandbox(SandboxOptions options) throws IOException {
        // otherwise, on a connection that is kept alive, each response waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.options = options;
        this.server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "aurpay-sandbox");
            thread.setDaemon(true);
            return thread;
        };
        this.workers = Executors.newCachedThreadPool(threads);
        Scheduler scheduler = new Scheduler(threads);
        this.ledger = new Ledger(options.clock());
        this.sender = new CallbackSender(options, callbacks, scheduler);
        Recordings recordings = new Recordings();
        Keys owner = options.merchants().get(0);
        ledger.addAll(recordings.orders(owner.userId()));
        ledger.addTransactions(recordings.transactions(owner.userId()));
        this.payments = new Payments(ledger, recordings, sender, scheduler, options);
        Accounts accounts = new Accounts(owner, options.clock());
        Operations operations = new Operations(ledger, recordings, payments, accounts, options);
        operations.base(url());
        Gatekeeper gatekeeper = new Gatekeeper(options.merchants(), options.rules(), options.clock());
        HostFilter hosts = new HostFilter(listening(), URI.create(url()));
        serve("/api/", new ApiHandler(operations, gatekeeper, journal, faults, closed), hosts);
        serve("/sandbox/", new ControlHandler(this), hosts);
        serve("/", new PageHandler(), hosts);
        server.setExecutor(workers);
        server.start();
    }

    private void serve(String path, HttpHandler handler, Filter hosts) {
        server.createContext(path, handler).getFilters().add(hosts);
    }

    public static Sandbox start(SandboxOptions options) {
        try {
            return new Sandbox(options);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the sandbox cannot listen at " + options.host() + ":" + options.port() + " (" + e.getMessage()
                            + "): choose another port (--port, or -Dsandbox.port for the demo)",
                    e);
        }
    }

    /** The URL at which others reach the sandbox, without a trailing slash. */
    public String url() {
        URI url = options.publicUrl();
        return (url == null ? listening() : url).toString();
    }

    private URI listening() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + host + ":" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The first merchant's keys. */
    public Keys keys() {
        return options.merchants().get(0);
    }

    public List<Keys> merchants() {
        return options.merchants();
    }

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    public CallbackLog callbacks() {
        return callbacks;
    }

    /** Sets how callbacks are sent from now on. */
    public void callbackPlan(CallbackPlan plan) {
        sender.plan(plan);
    }

    public CallbackPlan callbackPlan() {
        return sender.plan();
    }

    /**
     * Sets how the next callback and its retries are sent, and does not affect the callbacks after it.
     *
     * @param plan null to send the next callback like all others
     */
    public void nextCallbackPlan(@Nullable CallbackPlan plan) {
        sender.planNext(plan);
    }

    @Nullable
    CallbackPlan nextCallbackPlan() {
        return sender.next();
    }

    Duration orderLife() {
        return options.orderLife();
    }

    public void sendAgain(String callback) {
        sender.sendAgain(callback);
    }

    /** Newest first. */
    public List<SandboxOrder> orders() {
        return ledger.orders();
    }

    public SandboxOrder order(String orderId) {
        return ledger.order(orderId);
    }

    /** Chooses a currency for a payment URL, as its customer does; this creates the order. */
    public SandboxOrder choose(String payUrl, String chain, String currency) {
        String token = payUrl.substring(payUrl.indexOf("token=") + "token=".length());
        Coin coin = Coin.find(chain, currency).orElseThrow(ApiError::unsupportedCoin);
        SandboxOrder order = ledger.choose(token, coin);
        payments.watch(order);
        return order;
    }

    Ledger.Choice choice(String token) {
        return ledger.choice(token);
    }

    public SandboxOrder pay(String orderId) {
        return payments.pay(orderId);
    }

    public SandboxOrder underpay(String orderId) {
        return payments.underpay(orderId);
    }

    public SandboxOrder resolve(String orderId) {
        return payments.resolve(orderId);
    }

    public SandboxOrder expire(String orderId) {
        return payments.expire(orderId);
    }

    public void refund(String orderId) {
        payments.refund(ledger.order(orderId));
    }

    /** Resets the recorded orders to their state at the start; one of them is paid, and can be refunded once. */
    public void restoreRecordedOrders() {
        ledger.addAll(new Recordings().orders(keys().userId()));
    }

    /** Adds paid orders of the first merchant, a second apart, all before the recorded ones. */
    public void addOrders(int count) {
        SandboxOrder model = ledger.order(Recordings.REFUND_ORDER);
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        List<SandboxOrder> orders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            orders.add(new SandboxOrder(
                    model.userId(),
                    String.format("20200101%012d", i),
                    "ORDER",
                    "AURPAY",
                    "SUCCESS",
                    model.coin(),
                    model.amount(),
                    model.vsPrice(),
                    "USD",
                    start.plusSeconds(i),
                    start.plusSeconds(i),
                    model.txId(),
                    model.address(),
                    model.paid(),
                    model.payer(),
                    OrderUrls.NONE));
        }
        ledger.addAll(orders);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        sender.close();
        workers.shutdownNow();
    }
}
