package net.aurpay.webhook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.File;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.OrderEvent;
import org.junit.jupiter.api.Test;

/** Runs a JVM whose class path has these two libraries, this class and the JSON-B API, but no JSON provider. */
class PlainClassPathTest {
    /** The program that the other JVM runs. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            Order order = Order.builder()
                    .status(OrderStatus.SUCCESS)
                    .price(new BigDecimal("18.00"))
                    .priceCurrency("USD")
                    .build();
            Transaction part = Transaction.builder().amount(BigDecimal.ONE).build();
            System.out.println(TestEvent.paid("A1").order(order).build().covers(new BigDecimal("18"), "USD"));
            System.out.println(
                    TestEvent.underpaid("A2", part).build().transaction().isPresent());
            try {
                System.out.println("unexpected provider " + JsonbBuilder.create());
            } catch (JsonbException e) {
                System.out.println("no provider");
            }
        }
    }

    @Test
    void buildsOrdersAndEventsWithoutJsonProvider() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Stream.of(Order.class, OrderEvent.class, Program.class, Jsonb.class)
                                .map(PlainClassPathTest::location)
                                .collect(Collectors.joining(File.pathSeparator)),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly("true", "true", "no provider");
        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(java.exitValue()).isZero();
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
