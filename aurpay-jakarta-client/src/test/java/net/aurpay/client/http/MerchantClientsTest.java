package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.Closeable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayFeature;
import net.aurpay.client.Credentials;
import net.aurpay.client.OrderClient;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MerchantClientsTest {
    private static final Credentials CREDENTIALS = Credentials.apiKey("the-key");

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @Path("/api/v3/invoices")
    interface Invoices {
        @GET
        @Path("/{id}")
        JsonValue invoice(@PathParam("id") String id);
    }

    interface Unmarked {}

    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @Path("/api/v3/invoices")
    interface ClosableInvoices extends AutoCloseable {
        @GET
        @Path("/{id}")
        JsonValue invoice(@PathParam("id") String id);

        @Override
        void close();
    }

    private final List<FakeBuilder> builders = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<@Nullable Object> called = new ArrayList<>();
    private final List<String> accountsCalled = new ArrayList<>();

    @BeforeEach
    void install() {
        FakeConfig.of("aurpay/mp-rest/url=https://api.example.com").install();
        RestClientBuilderResolver.setInstance(new RestClientBuilderResolver() {
            @Override
            public RestClientBuilder newBuilder() {
                FakeBuilder builder = new FakeBuilder();
                builders.add(builder);
                return builder.proxy();
            }
        });
    }

    @AfterEach
    void forget() {
        RestClientBuilderResolver.setInstance(null);
        FakeConfig.of().install();
    }

    @Test
    void buildsTheClientOfAnInterfaceLikeThoseOfTheLibrary() {
        MerchantClients.of(CREDENTIALS).client(Invoices.class);

        assertThat(builders)
                .extracting(builder -> Objects.requireNonNull(builder.built).getSimpleName())
                .containsExactly("OrderClient", "WalletClient", "LightningClient", "Invoices");
        assertThat(builders).allSatisfy(builder -> {
            assertThat(builder.settings)
                    .containsEntry("baseUri", URI.create("https://api.example.com"))
                    .containsEntry("followRedirects", false)
                    .containsEntry("connectTimeout", 5_000L)
                    .containsEntry("readTimeout", 30_000L);
            assertThat(builder.properties).containsEntry(SigningFilter.CREDENTIALS, CREDENTIALS);
        });
    }

    /** As an injected client has it. */
    @Test
    void timeOutOfOneInterfaceTakesPrecedence() {
        String key = Invoices.class.getName() + "/mp-rest/readTimeout";
        FakeConfig.of("aurpay/mp-rest/url=https://api.example.com", "aurpay/mp-rest/readTimeout=9000", key + "=7000")
                .install();

        MerchantClients.of(CREDENTIALS).client(Invoices.class);

        assertThat(builders)
                .extracting(builder -> builder.settings.get("readTimeout"))
                .containsExactly(9_000L, 9_000L, 9_000L, 7_000L);
    }

    @Test
    void givesTheSameClientForEachCall() {
        Aurpay aurpay = MerchantClients.of(CREDENTIALS);

        assertThat(aurpay.client(Invoices.class)).isSameAs(aurpay.client(Invoices.class));
        assertThat(aurpay.client(OrderClient.class)).isSameAs(aurpay.orders());
        assertThat(builders).hasSize(4);
    }

    @Test
    void clientSpellsTextsAndChecksArguments() {
        Invoices invoices = MerchantClients.of(CREDENTIALS).client(Invoices.class);

        invoices.invoice("a/b");

        assertThat(called).containsExactly(SafeText.spell("a/b"));
        assertThatThrownBy(() -> invoices.invoice(".."))
                .isInstanceOf(AurpayException.class)
                .hasMessageContaining("the path parameter id must not be empty");
        assertThat(called).hasSize(1);
    }

    @Test
    void rejectsAnInterfaceThatBreaksARuleAndBuildsNothing() {
        Aurpay aurpay = MerchantClients.of(CREDENTIALS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> aurpay.client(Unmarked.class))
                .withMessageStartingWith(Unmarked.class.getName() + " must have @AurpayApi");
        assertThat(builders).hasSize(3);
    }

    @Test
    void rejectsAKeyThatIsForThisInterfaceAlone() {
        FakeConfig.of("aurpay/mp-rest/url=https://api.example.com", Invoices.class.getName() + "/mp-rest/url=https://x")
                .install();
        Aurpay aurpay = MerchantClients.of(CREDENTIALS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> aurpay.client(Invoices.class))
                .withMessageStartingWith(Invoices.class.getName() + "/mp-rest/url is for one interface alone");
    }

    @Test
    void closesTheClientsOfTheApplicationToo() {
        Aurpay aurpay = MerchantClients.of(CREDENTIALS);
        Invoices invoices = aurpay.client(Invoices.class);

        aurpay.close();

        assertThat(closed).hasSize(4).contains("Invoices");
        assertThat(aurpay.client(Invoices.class)).isSameAs(invoices);
        Aurpay other = MerchantClients.of(CREDENTIALS);
        other.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> other.client(Invoices.class))
                .withMessage("this Aurpay is closed");
    }

    @Test
    void accountsShareTheirClients() {
        try (AccountClients accounts = new AccountClients(MerchantClientsTest::account, "north"::equals)) {
            Aurpay north = accounts.of("north");
            north.client(Invoices.class).invoice("1");
            accounts.of("south").client(Invoices.class).invoice("2");
            north.close();
            north.client(Invoices.class).invoice("3");

            assertThat(accountsCalled).containsExactly("north listed", "south", "north listed");
            assertThat(CallAccount.current()).as("after the call").isEmpty();
            assertThat(builders).hasSize(4).allSatisfy(builder -> assertThat(builder.properties)
                    .containsEntry(CallAccount.SHARED, true)
                    .doesNotContainKey(SigningFilter.CREDENTIALS));
            assertThat(closed).isEmpty();
        }
        assertThat(closed).hasSize(4);
    }

    @Test
    void oneAccountCannotCloseTheClientOfAll() {
        try (AccountClients accounts = new AccountClients(MerchantClientsTest::account, "north"::equals)) {
            try (ClosableInvoices north = accounts.of("north").client(ClosableInvoices.class)) {
                north.invoice("1");
            }
            assertThat(closed).isEmpty();
        }
    }

    @Test
    void accountIsLookedUpWithEachCall() {
        List<String> lookedUp = new ArrayList<>();
        try (AccountClients accounts = new AccountClients(
                name -> {
                    lookedUp.add(name);
                    return account(name);
                },
                name -> false)) {
            Invoices invoices = accounts.of("south").client(Invoices.class);
            assertThat(lookedUp).isEmpty();
            invoices.invoice("1");
            invoices.invoice("2");
            assertThat(invoices).hasToString("a client of the account south").isEqualTo(invoices);
            assertThat(lookedUp).containsExactly("south", "south");
        }
    }

    private static Account account(String name) {
        return Account.of(name, CREDENTIALS);
    }

    /** Keeps what is set, and builds clients that note what they are called with. */
    private final class FakeBuilder {
        private final Map<String, Object> settings = new HashMap<>();
        private final Map<String, Object> properties = new HashMap<>();
        private @Nullable Class<?> built;

        RestClientBuilder proxy() {
            return proxy((proxy, method, given) -> {
                switch (method.getName()) {
                    case "build" -> {
                        built = (Class<?>) given[0];
                        return client(built);
                    }
                    case "property" -> properties.put((String) given[0], given[1]);
                    default -> settings.put(method.getName(), given[0]);
                }
                return proxy;
            });
        }

        private RestClientBuilder proxy(InvocationHandler handler) {
            return (RestClientBuilder) Proxy.newProxyInstance(
                    MerchantClientsTest.class.getClassLoader(), new Class<?>[] {RestClientBuilder.class}, handler);
        }

        private Object client(Class<?> type) {
            return Proxy.newProxyInstance(
                    MerchantClientsTest.class.getClassLoader(),
                    new Class<?>[] {type, Closeable.class},
                    (proxy, method, given) -> {
                        if (method.getName().equals("close")) {
                            closed.add(type.getSimpleName());
                        } else {
                            called.add(given[0]);
                            CallAccount.current()
                                    .ifPresent(call -> accountsCalled.add(
                                            call.account().name() + (call.listed() ? " listed" : "")));
                        }
                        return null;
                    });
        }
    }
}
