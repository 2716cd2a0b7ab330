package net.aurpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs classes of tests with the annotation, as JUnit runs those of a user. */
class AurpaySandboxTest {
    /** By name: what the classes below have seen. */
    private static final Map<String, SandboxHandle> SEEN = new ConcurrentHashMap<>();

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @AurpaySandbox(webhookUrl = "http://localhost:8081/aurpay/callbacks")
    static class Annotated {
        @AurpaySandbox
        static SandboxHandle field;

        @AurpaySandbox
        SandboxHandle ofInstance;

        @BeforeAll
        static void applicationStarts() {
            assertThat(System.getProperty("aurpay/mp-rest/url")).isEqualTo(field.url() + "");
            assertThat(System.getProperty("aurpay.webhook.url")).isEqualTo("http://localhost:8081/aurpay/callbacks");
        }

        @Test
        void parameter(SandboxHandle sandbox) {
            SEEN.put("parameter", sandbox);
            assertThat(sandbox).isSameAs(field).isSameAs(ofInstance);
        }

        @Nested
        class Inner {
            @Test
            void hasTheSame(SandboxHandle sandbox) {
                assertThat(sandbox).isSameAs(field);
                assertThat(System.getProperty("aurpay/mp-rest/url")).isNotNull();
            }
        }
    }

    static class AnnotatedParameter {
        @Test
        void parameter(@AurpaySandbox SandboxHandle sandbox) throws Exception {
            try (TinyShop shop = new TinyShop()) {
                shop.order(sandbox, "A1");
                sandbox.pay("A1");
                sandbox.awaitPaid("A1");
            }
        }
    }

    @AurpaySandbox
    static class LeavesAFailure {
        @Test
        void one(SandboxHandle sandbox) throws Exception {
            useAndBreak(sandbox);
        }

        @Test
        void other(SandboxHandle sandbox) throws Exception {
            useAndBreak(sandbox);
        }

        private static void useAndBreak(SandboxHandle sandbox) throws Exception {
            try (TinyShop shop = new TinyShop()) {
                shop.order(sandbox, "A1");
                sandbox.pay("A1");
                sandbox.awaitPaid("A1");
            }
            sandbox.loseCallbacks();
            sandbox.fail(ApiOperation.CREATE_PAYMENT, ApiFailure.connectionClosed());
        }
    }

    /** Both classes pay the same reference while the other class is running. */
    abstract static class Parallel {
        @Test
        void pays(SandboxHandle sandbox) throws Exception {
            SEEN.put(getClass().getSimpleName(), sandbox);
            try (TinyShop shop = new TinyShop()) {
                shop.order(sandbox, "A1");
                BOTH.await(30, TimeUnit.SECONDS);
                if (this instanceof One) {
                    sandbox.loseCallbacks();
                }
                BOTH.await(30, TimeUnit.SECONDS);
                sandbox.pay("A1");
                if (this instanceof Other) {
                    sandbox.awaitPaid("A1");
                }
                BOTH.await(30, TimeUnit.SECONDS);
                assertThat(shop.received()).hasSize(this instanceof Other ? 1 : 0);
            }
        }
    }

    @AurpaySandbox
    static class One extends Parallel {}

    @AurpaySandbox
    static class Other extends Parallel {}

    @AurpaySandbox(shared = true)
    static class SharedOne {
        @Test
        void sees(SandboxHandle sandbox) {
            SEEN.put("one", sandbox);
        }
    }

    @AurpaySandbox(shared = true)
    static class SharedOther {
        @Test
        void sees(SandboxHandle sandbox) {
            SEEN.put("other", sandbox);
            // the class before this one has ended
            assertThat(isRunning(sandbox)).isTrue();
        }
    }

    static class WrongField {
        @AurpaySandbox
        static String field;

        @Test
        void neverRuns() {}
    }

    @Test
    void classFieldsAndParametersHaveOneSandboxThatEndsWithTheClass() {
        run(2, Annotated.class);

        assertThat(isRunning(seen("parameter"))).isFalse();
        assertThat(System.getProperty("aurpay/mp-rest/url")).isNull();
    }

    @Test
    void parameterAloneStartsASandbox() {
        run(1, AnnotatedParameter.class);
    }

    @Test
    void failuresEndBeforeTheNextTest() {
        run(2, LeavesAFailure.class);
    }

    @Test
    void parallelClassesDoNotDisturbEachOther() {
        run(2, One.class, Other.class);

        assertThat(seen("One")).isNotSameAs(seen("Other"));
    }

    @Test
    void sharedSandboxLivesUntilTheRunEnds() {
        run(2, SharedOne.class, SharedOther.class);

        assertThat(seen("one")).isSameAs(seen("other"));
        assertThat(isRunning(seen("one"))).isFalse();
    }

    @Test
    void fieldOfAnotherTypeIsRejected() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(WrongField.class))
                .execute()
                .containerEvents()
                .failed()
                .assertThatEvents()
                .singleElement()
                .asString()
                .contains("must be a SandboxHandle");
    }

    private static SandboxHandle seen(String name) {
        return Objects.requireNonNull(SEEN.get(name), name);
    }

    private static boolean isRunning(SandboxHandle sandbox) {
        try (TinyShop shop = new TinyShop()) {
            shop.order(sandbox, "A1");
            return true;
        } catch (java.net.ConnectException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void run(int tests, Class<?>... classes) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "" + (classes[0] == One.class))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
        for (Class<?> type : classes) {
            kit.selectors(selectClass(type));
        }
        kit.execute().testEvents().assertStatistics(events -> events.succeeded(tests)
                .failed(0));
    }
}
