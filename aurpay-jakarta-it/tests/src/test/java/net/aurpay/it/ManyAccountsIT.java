package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.OrderKey;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receives callbacks of many accounts, which two servers find in a table. */
@Tag("liberty")
@ExtendWith(Shared.class)
class ManyAccountsIT {
    private static final String BASE = "https://shop.example.com/shop/aurpay/callbacks";
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** What {@code AccountLookUp} allows: so many new names at once, and so many in each second. */
    private static final int NAMES_AT_ONCE = 1_000;

    private static final int NAMES_A_SECOND = 100;

    private final TablePair pair;
    private final ShopProbe shop;
    private final Sandbox sandbox;

    ManyAccountsIT(TablePair pair) {
        this.pair = pair;
        shop = pair.shop(false);
        sandbox = shop.sandbox();
    }

    @Test
    void eachOrderTakesEffectOnceUnderItsOwnNameAlthoughAServerIsKilled() throws Exception {
        receive("many", 60, 1);
    }

    /** {@code -Daurpay.accounts=10000 -Daurpay.orders=2000} */
    @Test
    @Tag("soak")
    void eachOfThousandsTakesEffectOnceUnderItsOwnNameAlthoughAServerIsKilledTwice() throws Exception {
        receive("thousands", Integer.getInteger("aurpay.orders", 2000), 2);
    }

    /** The orders of all accounts have the same references. */
    private void receive(String name, int count, int kills) throws Exception {
        List<URI> servers = List.of(pair.url(0), pair.url(1));
        Map<String, OrderKey> orders = new ConcurrentHashMap<>();
        IntStream.range(0, count).parallel().forEach(i -> {
            String account = TablePair.ACCOUNTS.get(i * 7 % TablePair.ACCOUNTS.size());
            String reference = name + "-" + i * 7 / TablePair.ACCOUNTS.size();
            String order = new OpenPayments(shop.at(servers.get(i % 2))).post("many/" + account + "/" + reference, "");
            orders.put(
                    account + " " + reference,
                    new OrderKey(sandbox.account(account).keys().userId(), order));
        });
        assertThat(orders).hasSize(count);
        long begin = System.nanoTime();
        orders.forEach((order, key) ->
                sandbox.account(order.substring(0, order.indexOf(' '))).pay(key.orderId()));
        int copies = sandbox.callbackPlan().copies();
        Set<OrderKey> ours = Set.copyOf(orders.values());

        for (int kill = 1; kill <= kills; kill++) {
            long some = (long) count * copies * kill / (kills + 2);
            ShopProbe.await(some + " times 200", () -> responses200(ours) >= some);
            pair.kill(1);
            pair.start(1);
        }
        ShopProbe.await("all", Duration.ofMinutes(10), () -> responses200(ours) >= (long) count * copies);

        assertThat(shop.postgres()
                        .column("select account || ' ' || reference from account_order where reference like '" + name
                                + "-%'"))
                .containsExactlyInAnyOrderElementsOf(orders.keySet());
        System.out.printf(
                "many accounts: %d orders of %d accounts, %d kills, %d s%n",
                count, TablePair.ACCOUNTS.size(), kills, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private long responses200(Set<OrderKey> orders) {
        return sandbox.callbacks().attempts().stream()
                .filter(attempt -> attempt.status() == 200 && orders.contains(attempt.order()))
                .count();
    }

    @Test
    void inventedNamesDelayNoHonestCallback() throws Exception {
        invent("flood", 3_000);
    }

    @Test
    @Tag("soak")
    void aHundredThousandInventedNamesDelayNoHonestCallback() throws Exception {
        invent("long-flood", 100_000);
    }

    private void invent(String name, int count) throws Exception {
        List<String> honest = TablePair.ACCOUNTS.subList(0, 10);
        for (String account : honest) {
            assertThat(paid(account, name + "-before").status()).isEqualTo(200);
        }
        long before = lookUps();
        long begin = System.nanoTime();
        ExecutorService strangers = Executors.newFixedThreadPool(8);
        Map<Integer, AtomicInteger> responses = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> flood = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            flood.add(strangers.submit(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    responses
                            .computeIfAbsent(forged(name + i), status -> new AtomicInteger())
                            .incrementAndGet();
                }
            }));
        }
        List<Timed> received = new ArrayList<>();
        for (int i = 0; i == 0 || !flood.stream().allMatch(Future::isDone); i++) {
            received.add(paid(honest.get(i % honest.size()), name + "-" + i));
        }
        for (Future<?> one : flood) {
            one.get();
        }
        strangers.shutdown();
        long seconds = 1 + (System.nanoTime() - begin) / 1_000_000_000;
        long lookUps = lookUps() - before;

        System.out.printf(
                "invented names: %d in %d s, responses %s; %d look-ups; %d honest callbacks, the longest %s%n",
                count,
                seconds,
                responses,
                lookUps,
                received.size(),
                received.stream().map(Timed::time).max(Duration::compareTo).orElseThrow());
        assertThat(received).extracting(Timed::status).containsOnly(200);
        assertThat(received).extracting(Timed::time).allMatch(time -> time.compareTo(LONGEST) < 0);
        assertThat(responses.keySet()).isSubsetOf(401, 503);
        assertThat(lookUps)
                .isPositive()
                .isLessThanOrEqualTo(NAMES_AT_ONCE + NAMES_A_SECOND * seconds + honest.size() * (1 + seconds / 30));
    }

    private long lookUps() {
        return Long.parseLong(new Probe(pair.url(0)).get("probe/many/look-ups").body());
    }

    private int forged(String account) {
        return send(
                0,
                account,
                SignedCallback.succeeded(URI.create(BASE + "/" + account), "1")
                        .signedWith("token-of-a-stranger", "secret-of-a-stranger"));
    }

    private int send(int server, String account, SignedCallback callback) {
        URI url = pair.url(server)
                .resolve("aurpay/callbacks/" + account + "/succeeded?"
                        + callback.url().getRawQuery());
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        callback.headers().forEach(request::header);
        return new Probe(pair.url(server)).send(request.build()).statusCode();
    }

    private record Timed(int status, Duration time) {}

    private Timed paid(String account, String reference) {
        Keys keys = sandbox.account(account).keys();
        return paid(0, account, reference, keys.callbackToken(), keys.callbackSecret());
    }

    private Timed paid(int server, String account, String reference, String token, String secret) {
        long begin = System.nanoTime();
        SignedCallback callback = SignedCallback.succeeded(URI.create(BASE + "/" + account), reference)
                .signedWith(token, secret);
        int status = send(server, account, callback);
        return new Timed(status, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** The row has both secrets for a while, and then only the new one, as the guide says. */
    @Test
    void secretIsChangedWhileCallbacksArrive() throws Exception {
        rotate(TablePair.ACCOUNTS.get(11), false);
    }

    /** The old secret is valid for half a minute more. */
    @Test
    @Tag("soak")
    void secretThatWasTakenOutOfTheDatabaseIsRejectedAfterHalfAMinute() throws Exception {
        rotate(TablePair.ACCOUNTS.get(12), true);
    }

    private void rotate(String account, boolean toTheEnd) throws Exception {
        Keys keys = sandbox.account(account).keys();
        Secrets old = new Secrets(keys.callbackToken(), keys.callbackSecret());
        Secrets changed = new Secrets("new-token-of-" + account, "new-secret-of-" + account);
        String name = "rotated-" + account;
        AtomicBoolean goesOn = new AtomicBoolean(true);
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(2);
        List<Future<Set<Integer>>> sent = new ArrayList<>();
        sent.add(senders.submit(() -> send(goesOn, 0, account, name, next, old)));
        ShopProbe.await("callbacks", () -> next.get() > 20);
        shop.postgres()
                .execute("update merchant set previous_callback_token = callback_token, callback_token = '"
                        + changed.token + "', previous_callback_secret = callback_secret, callback_secret = '"
                        + changed.secret + "' where name = '" + account + "'");
        // The other server has not looked this account up yet; the first one remembers the old secrets for a while.
        int asked = toTheEnd ? 0 : 1;
        ShopProbe.await(
                "the new secret",
                () -> paid(asked, account, name + "-new", changed).status() == 200);
        sent.add(senders.submit(() -> send(goesOn, asked, account, name, next, changed)));
        int some = next.get() + 40;
        ShopProbe.await("callbacks", () -> next.get() > some);
        goesOn.set(false);
        for (Future<Set<Integer>> one : sent) {
            assertThat(one.get()).containsExactly(200);
        }
        senders.shutdown();
        assertThat(shop.postgres()
                        .column("select reference from account_order where account = '" + account
                                + "' and reference like '" + name + "-%' and reference not like '%-new'"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, next.get())
                        .mapToObj(i -> name + "-" + i)
                        .toList());
        if (toTheEnd) {
            shop.postgres()
                    .execute("update merchant set previous_callback_token = null, previous_callback_secret = null"
                            + " where name = '" + account + "'");
            ShopProbe.await(
                    "the end of the old secret",
                    () -> paid(0, account, name + "-late", old).status() == 401);
            assertThat(paid(0, account, name + "-last", changed).status()).isEqualTo(200);
        }
    }

    private record Secrets(String token, String secret) {}

    private Timed paid(int server, String account, String reference, Secrets secrets) {
        return paid(server, account, reference, secrets.token, secrets.secret);
    }

    /** Sends one callback after the other, and returns the statuses of the responses. */
    private Set<Integer> send(
            AtomicBoolean goesOn, int server, String account, String name, AtomicInteger next, Secrets secrets) {
        Set<Integer> statuses = new TreeSet<>();
        while (goesOn.get()) {
            statuses.add(paid(server, account, name + "-" + next.getAndIncrement(), secrets)
                    .status());
        }
        return statuses;
    }
}
