package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.aurpay.it.sandbox.CallbackAttempt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stops the database: callbacks get a 503 meanwhile, and nothing is lost when the database is back. */
@Tag("liberty")
@ExtendWith(Shared.class)
class OutageIT {
    private final TablePair pair;

    OutageIT(TablePair pair) {
        this.pair = pair;
    }

    @Test
    void nothingIsLostWhileTheDatabaseIsDown() throws Exception {
        outage("away", 20, Duration.ofSeconds(1), false);
    }

    @Test
    void retriesWithTheFirstDateAreAcceptedAfterAnOutageLongerThanTheTolerance() throws Exception {
        outage("away-long", 10, TablePair.tolerance().plusSeconds(1), true);
    }

    @Test
    @Tag("soak")
    void noneOfHundredsIsLostInTenSeconds() throws Exception {
        outage("soak-away", 500, Duration.ofSeconds(10), false);
    }

    /** {@code -Daurpay.tolerance=PT5M} runs this with the library's own tolerance. */
    @Test
    @Tag("soak")
    void hundredsWithTheFirstDateAreAcceptedAfterAnOutageLongerThanTheTolerance() throws Exception {
        outage("soak-away-long", 200, TablePair.tolerance().plusSeconds(10), true);
    }

    @Test
    @Tag("soak")
    void serverThatStartsWithoutTheDatabaseChecksItLater() throws Exception {
        Deliveries late = Deliveries.create(pair.shop(false), "started-without", 50, new Random(1));
        pair.postgres().stop();
        pair.kill(1);
        pair.start(1);
        late.pay();
        ShopProbe.await("503 from both servers", () -> late.attempts().size() > late.deliveries());
        pair.postgres().startAgain();
        late.awaitAll();

        assertThat(late.statuses().keySet()).containsExactly(200, 503);
        late.requireEachOnce();
    }

    private void outage(String name, int count, Duration length, boolean keepDate) throws Exception {
        ShopProbe shop = pair.shop(keepDate);
        Random random = new Random(count);
        Deliveries caught = Deliveries.create(shop, name + "-caught", count, random);
        Deliveries late = Deliveries.create(shop, name + "-late", count, random);
        caught.pay();
        caught.awaitStatus200(count / 2);

        Instant back = stayAway(late, length);
        caught.awaitAll();
        late.awaitAll();

        List<CallbackAttempt> meanwhile = late.attempts().stream()
                .filter(attempt -> attempt.time().isBefore(back))
                .toList();
        assertThat(meanwhile)
                .as("503 from both servers, more than once")
                .hasSizeGreaterThan((int) late.deliveries())
                .extracting(CallbackAttempt::status)
                .containsOnly(503);
        assertThat(caught.statuses().keySet())
                .as("statuses when the database stopped")
                .isSubsetOf(200, 500, 503);
        caught.requireEachOnce();
        late.requireEachOnce();
        System.out.printf(
                "outage of %s, first dates %s: caught %s, late %s%n",
                length, keepDate ? "kept" : "renewed", caught.statuses(), late.statuses());
    }

    /** Keeps the database stopped for a time, and returns the moment just before it is started again. */
    private Instant stayAway(Deliveries late, Duration length) throws IOException, InterruptedException {
        pair.postgres().stop();
        long start = System.nanoTime();
        late.pay();
        ShopProbe.await(
                "the end of the outage",
                length.plus(ShopProbe.PATIENCE),
                () -> System.nanoTime() - start > length.toNanos()
                        && late.attempts().size() > late.deliveries() * 2);
        Instant back = Instant.now();
        pair.postgres().startAgain();
        return back;
    }
}
