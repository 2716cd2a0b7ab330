package net.aurpay.it;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks that every order takes effect once, although each callback goes to both servers twice, and one of them is
 * killed twice.
 */
@Tag("liberty")
@ExtendWith(Shared.class)
class TwoServersIT {
    private final TablePair pair;

    TwoServersIT(TablePair pair) {
        this.pair = pair;
    }

    @Test
    void eachOrderTakesEffectOnceAlthoughAServerIsKilledTwice() throws InterruptedException {
        killTwice(60);
    }

    /** {@code -Daurpay.orders=…} and {@code -Daurpay.seed=…} vary the run. */
    @Test
    @Tag("soak")
    void eachOfThousandsTakesEffectOnceAlthoughAServerIsKilledTwice() throws InterruptedException {
        killTwice(Integer.getInteger("aurpay.orders", 2000));
    }

    private void killTwice(int count) throws InterruptedException {
        long seed = Long.getLong("aurpay.seed", 20261123L);
        Random random = new Random(seed);
        ShopProbe shop = pair.shop(false);
        Deliveries before = Deliveries.create(shop, "killed-" + count + "-a", count / 2, random);
        Deliveries after = Deliveries.create(shop, "killed-" + count + "-b", count - count / 2, random);

        killAmid(before, random);
        killAmid(after, random);
        before.awaitAll();
        after.awaitAll();

        before.requireEachOnce();
        after.requireEachOnce();
        System.out.printf(
                "two servers: %d orders, seed %d, statuses %s and %s, lost responses %d and %d%n",
                count, seed, before.statuses(), after.statuses(), before.lost(), after.lost());
    }

    /** Kills a server after a fifth to two fifths of the responses. */
    private void killAmid(Deliveries deliveries, Random random) throws InterruptedException {
        deliveries.pay();
        deliveries.awaitStatus200((long) (deliveries.deliveries() * (0.2 + 0.2 * random.nextDouble())));
        pair.kill(1);
        pair.start(1);
    }
}
