package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.aurpay.client.AurpayException;
import net.aurpay.client.accounts.AccountLookUp;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.CallbackRejectedException;
import org.junit.jupiter.api.Test;

/** Requests with invented names neither reach the application's database without a bound nor keep an honest callback out. */
class InventedNamesTest {
    private static final int REQUESTS = 100_000;
    private static final int A_SECOND = 100;
    private static final int AT_ONCE = 1_000;

    private final AtomicInteger lookUps = new AtomicInteger();
    private final AccountLookUp lookUp = new AccountLookUp(Map.of(), Optional.of(name -> {
        lookUps.incrementAndGet();
        return Set.of("north", "south").contains(name) ? Optional.of(FakeAccounts.account(name)) : Optional.empty();
    }));
    private final NamedAccounts named = new FoundAccounts(lookUp, name -> {
        throw new UnsupportedOperationException();
    });
    private final CallbackAccounts accounts = new CallbackAccounts(
            new CallbackRules(
                    List.of(Sample.BASE),
                    Set.of(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE),
                    Duration.ofMinutes(5),
                    Duration.ofDays(1),
                    Sample.CLOCK),
            Optional.empty(),
            named,
            name -> Optional.empty());

    @Test
    void causeFewLookUpsAndDelayNoHonestCallback() throws CallbackRejectedException {
        long begin = System.nanoTime();
        assertThat(accounts.of("north", callback("north"))).isPresent();
        Delivery invented = callback("north");
        int unknown = 0;
        int deferred = 0;
        for (int i = 0; i < REQUESTS; i++) {
            try {
                accounts.of("invented-" + i, invented);
            } catch (CallbackRejectedException e) {
                unknown++;
            } catch (AurpayException e) {
                deferred++;
            }
            if (i % 1000 == 0) {
                assertThat(accounts.of("north", callback("north"))).isPresent();
            }
        }
        assertThat(named.require("south")).as("named by the application").isNotNull();
        long seconds = 1 + (System.nanoTime() - begin) / 1_000_000_000;
        assertThat(unknown + deferred).isEqualTo(REQUESTS);
        assertThat(lookUps.get()).isBetween(AT_ONCE, AT_ONCE + (int) (A_SECOND * seconds) + 2);
    }

    private static Delivery callback(String account) {
        String suffix = CallbackPath.of(account, CallbackKind.SUCCEEDED);
        return new Delivery(
                CallbackKind.SUCCEEDED,
                suffix,
                Sample.lists(SignedCallback.of(URI.create(Sample.BASE + suffix))
                        .signedWith(FakeAccounts.token(account), FakeAccounts.secret(account))
                        .withDate(Sample.NOW)
                        .headers()),
                Optional.empty());
    }
}
