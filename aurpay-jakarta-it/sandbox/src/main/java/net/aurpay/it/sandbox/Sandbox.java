package net.aurpay.it.sandbox;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A running sandbox. Thread-safe. */
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers;
    private final SandboxClock clock;
    private final CallbackSender sender;
    private final CallbackLog callbacks = new CallbackLog();
    private final Journal journal = new Journal();
    private final RequestCounts requestCounts = new RequestCounts();
    private final Faults faults = new Faults();
    private final Ledger ledger;
    private final Payments payments;
    private final Refunds refunds;
    private final SandboxAccounts accounts;
    private final SandboxOptions options;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Sandbox(SandboxOptions options) throws IOException {
        // otherwise, on a connection that is kept alive, each response waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.options = options;
        Gatekeeper gatekeeper = new Gatekeeper(options.allKeys(), options.rules(), options.clock());
        this.server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), 0);
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "aurpay-sandbox");
            thread.setDaemon(true);
            return thread;
        };
        this.workers = Executors.newCachedThreadPool(threads);
        Scheduler scheduler = new Scheduler(threads);
        this.clock = new SandboxClock(options.clock(), scheduler);
        this.ledger = new Ledger(clock);
        this.sender = new CallbackSender(options, callbacks, scheduler, clock);
        Recordings recordings = new Recordings();
        Keys owner = options.merchants().get(0);
        ledger.addAll(recordings.orders(owner.userId()));
        ledger.addTransactions(recordings.transactions(owner.userId()));
        this.payments = new Payments(ledger, sender, clock, options.orderLife());
        this.refunds = new Refunds(ledger, recordings, clock);
        this.accounts = new SandboxAccounts(
                options, ledger, (name, keys) -> new SandboxAccount(name, keys, ledger, payments, refunds));
        LogIns logIns = new LogIns(owner, options.clock());
        Operations operations = new Operations(
                ledger, recordings, payments, refunds, logIns, accounts::name, options.verified(), clock);
        operations.base(url());
        HostFilter hosts = new HostFilter(listening(), URI.create(url()));
        serve("/api/", new ApiHandler(operations, gatekeeper, journal, requestCounts, faults, closed), hosts);
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

    /**
     * Returns the account of a name; {@link #pay(String)} and so on are for orders whose ids are unique.
     *
     * @throws IllegalArgumentException if no account has this name
     */
    public SandboxAccount account(String name) {
        if (!options.accounts().containsKey(name)) {
            throw new IllegalArgumentException("no account <" + name + ">");
        }
        return accounts.named(name);
    }

    /** The named accounts, in the order of the options. */
    public List<SandboxAccount> accounts() {
        return accounts.named();
    }

    SandboxAccounts allAccounts() {
        return accounts;
    }

    public Journal journal() {
        return journal;
    }

    public RequestCounts requestCounts() {
        return requestCounts;
    }

    /** The clock of the orders; signatures and callbacks are dated by the real clock. */
    public SandboxClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public CallbackLog callbacks() {
        return callbacks;
    }

    public CallbackLosses callbackLosses() {
        return sender.losses();
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

    /** Returns all orders, newest first. */
    public List<SandboxOrder> orders() {
        return List.copyOf(ledger.orders());
    }

    List<SandboxOrder> newestOrders(int most, Predicate<SandboxOrder> wanted) {
        return ledger.orders().stream().filter(wanted).limit(most).toList();
    }

    /**
     * Returns the order with this id. This method, and those below that change an order, look in the account without
     * a name first. If only named accounts have such an order, it must be the only one; otherwise use
     * {@link #account(String)}.
     */
    public SandboxOrder order(String orderId) {
        return accounts.holder(orderId).order(orderId);
    }

    SandboxOrder order(OrderKey key) {
        return ledger.order(key);
    }

    /** Chooses a currency for a payment URL, as its customer does; this creates the order. */
    public SandboxOrder choose(String payUrl, String chain, String currency) {
        String token = payUrl.substring(payUrl.indexOf("token=") + "token=".length());
        Coin coin = Coin.find(chain, currency).orElseThrow(ApiError::unsupportedCoin);
        SandboxOrder order = ledger.choose(token, coin);
        payments.watch(order);
        return order;
    }

    /** Chooses a currency for the newest payment URL whose callbacks match and whose customer has not chosen one yet. */
    public Optional<SandboxOrder> chooseNewest(Predicate<OrderUrls> wanted, String chain, String currency) {
        Coin coin = Coin.find(chain, currency).orElseThrow(ApiError::unsupportedCoin);
        Optional<SandboxOrder> order = ledger.chooseNewest(wanted, coin);
        order.ifPresent(payments::watch);
        return order;
    }

    Ledger.Choice choice(String token) {
        return ledger.choice(token);
    }

    /** Pays the whole amount, or the rest of it after {@link #requestRemaining}; the order is then SUCCESS. */
    public SandboxOrder pay(String orderId) {
        return accounts.holder(orderId).pay(orderId);
    }

    /** Pays half of what is left to pay; the order is then PARTIAL. */
    public SandboxOrder underpay(String orderId) {
        return accounts.holder(orderId).underpay(orderId);
    }

    public SandboxOrder underpay(String orderId, @Nullable BigDecimal amount) {
        return accounts.holder(orderId).underpay(orderId, amount);
    }

    /** Pays twice the amount; the order is then SUCCESS. */
    public SandboxOrder overpay(String orderId) {
        return accounts.holder(orderId).overpay(orderId);
    }

    public SandboxOrder overpay(String orderId, @Nullable BigDecimal amount) {
        return accounts.holder(orderId).overpay(orderId, amount);
    }

    /** Pays what is left to pay of an overdue order, which stays OVERDUE until somebody resolves it. */
    public SandboxOrder payLate(String orderId) {
        return accounts.holder(orderId).payLate(orderId);
    }

    public SandboxOrder payLate(String orderId, @Nullable BigDecimal amount) {
        return accounts.holder(orderId).payLate(orderId, amount);
    }

    /** Does what <em>RESOLVE</em> does in the dashboard: a PARTIAL or OVERDUE order is then RESOLVED. */
    public SandboxOrder resolve(String orderId) {
        return accounts.holder(orderId).resolve(orderId);
    }

    /** Does what <em>REQUEST REMAINING</em> does in the dashboard: the rest of the order can then be paid. */
    public SandboxOrder requestRemaining(String orderId) {
        return accounts.holder(orderId).requestRemaining(orderId);
    }

    /** Ends a PENDING or PARTIAL order: it is then OVERDUE. */
    public SandboxOrder expire(String orderId) {
        return accounts.holder(orderId).expire(orderId);
    }

    /** Refunds an order, which is REFUNDED after the delay that is set for {@link #refunds}. */
    public void refund(String orderId) {
        accounts.holder(orderId).refund(orderId);
    }

    public Refunds refunds() {
        return refunds;
    }

    /** Resets the recorded orders to their state at the start; one of them is paid, and can be refunded once. */
    public void restoreRecordedOrders() {
        ledger.addAll(new Recordings().orders(keys().userId()));
    }

    /** Adds paid orders of the first merchant, a second apart, all before the recorded ones. */
    public void addOrders(int count) {
        ledger.addAll(
                Recordings.paidOrders(ledger.order(new OrderKey(keys().userId(), Recordings.REFUND_ORDER)), count));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        sender.close();
        workers.shutdownNow();
    }
}
