package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.aurpay.it.sandbox.CallbackLosses.Share;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that every order takes effect once although callbacks are lost, two servers sweep, and one of them is killed. */
@Tag("liberty")
@ExtendWith(Shared.class)
class NoCallbackIT {
    private static final System.Logger LOG = System.getLogger(NoCallbackIT.class.getName());

    private static final Share ALL_LOST = new Share(100, 0, Duration.ZERO, 0);
    private static final Share SOME_LOST = new Share(30, 30, Duration.ofSeconds(3), 20261128);

    private final TablePair pair;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    NoCallbackIT(TablePair pair) {
        this.pair = pair;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        pair.shop(false).sandbox().callbackLosses().clear();
    }

    @Test
    void eachOrderTakesEffectOnceAlthoughSomeCallbacksAreLostAndSomeAreLate() throws InterruptedException {
        kill("some-lost", 40, SOME_LOST, 1);
    }

    /** {@code -Daurpay.orders=…} varies the run. */
    @Test
    @Tag("soak")
    void eachOfThousandsTakesEffectOnceAlthoughNoCallbackComes() throws InterruptedException {
        kill("thousands-lost", Integer.getInteger("aurpay.orders", 2000), ALL_LOST, 2);
    }

    @Test
    @Tag("soak")
    void eachOfThousandsTakesEffectOnceAlthoughSomeCallbacksAreLostAndSomeAreLate() throws InterruptedException {
        kill("thousands-some-lost", Integer.getInteger("aurpay.orders", 2000), SOME_LOST, 2);
    }

    private void kill(String name, int count, Share losses, int times) throws InterruptedException {
        List<OpenPayments> servers = List.of(
                new OpenPayments(pair.shop(false)),
                new OpenPayments(pair.shop(false).at(pair.url(1))));
        ShopProbe shop = servers.get(0).shop();
        shop.sandbox().callbackLosses().share(losses);
        Map<String, String> orders = new ConcurrentHashMap<>();
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> orders.put(name + "-" + i, servers.get(i % 2).open(name + "-" + i)));
        orders.values().forEach(shop.sandbox()::pay);
        sweepAll(servers);

        for (int round = 1; round <= times; round++) {
            long enough = (long) count * round / (times + 1);
            ShopProbe.await(enough + " effects", () -> effects(shop, name) >= enough);
            pair.kill(1);
            endClaims(shop, name);
            pair.start(1);
        }
        ShopProbe.await("all effects", Duration.ofMinutes(20), () -> effects(shop, name) >= count);

        assertThat(shop.postgres()
                        .column("select reference from shop_order where observer = 'cdi' and event = 'OrderSucceeded'"
                                + " and reference like '" + name + "-%'"))
                .containsExactlyInAnyOrderElementsOf(orders.keySet());
        assertThat(shop.postgres()
                        .count(
                                "select count(*) from aurpay_payment where status <> 'SUCCESS' and order_reference like '"
                                        + name + "-%'"))
                .isZero();
    }

    /** Each server sweeps a few payments at a time until the test ends; a server that is killed does not respond. */
    private void sweepAll(List<OpenPayments> servers) {
        for (OpenPayments server : servers) {
            threads.execute(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    try {
                        server.sweep();
                    } catch (AssertionError e) {
                        LOG.log(System.Logger.Level.DEBUG, "the server was killed", e);
                    }
                }
            });
        }
    }

    /**
     * Lets every claim end, which otherwise takes minutes. Those of the server that still runs end, too, so that both
     * servers may look the same order up.
     */
    private static void endClaims(ShopProbe shop, String name) {
        try {
            shop.postgres()
                    .execute(
                            "update aurpay_payment set due_at = 0 where due_at < 9000000000000 and order_reference like '"
                                    + name + "-%'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long effects(ShopProbe shop, String name) {
        return shop.postgres()
                .count("select count(distinct reference) from shop_order where event = 'OrderSucceeded' and reference"
                        + " like '" + name + "-%'");
    }
}
