package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import net.aurpay.client.OrderClient;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks which interfaces are noticed when an application is deployed, and what that deployment says about them. */
class InjectedClientsTest {
    @AurpayApi
    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface Invoices {
        @GET
        JsonValue invoices();
    }

    @AurpayApi
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface Unsigned {}

    @RegisterProvider(AurpayFeature.class)
    @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
    interface Unmarked {}

    interface Foreign {}

    /** An implementation of the application, perhaps for its tests. */
    @AurpayApi
    static class Implementation {}

    private final InjectedClients injected = new InjectedClients();
    private final ClientExtension extension = new ClientExtension();
    private final List<String> problems = new ArrayList<>();
    private final List<Class<?>> vetoed = new ArrayList<>();

    @BeforeEach
    void install() {
        FakeConfig.of("aurpay.api-key=the-key").install();
        RestClientBuilderResolver.setInstance(new RestClientBuilderResolver() {
            @Override
            public RestClientBuilder newBuilder() {
                return fake(RestClientBuilder.class, (proxy, method, given) -> null);
            }
        });
    }

    @AfterEach
    void forget() {
        RestClientBuilderResolver.setInstance(null);
        FakeConfig.of().install();
    }

    @Test
    void notesTheMarkedClientsAndThoseThatOnlyLackTheMark() {
        inject(OrderClient.class, RestClient.LITERAL);
        inject(Unmarked.class, RestClient.LITERAL);
        inject(Foreign.class, RestClient.LITERAL);
        inject(Invoices.class, Default.Literal.INSTANCE);

        assertThat(injected.types()).containsExactly(OrderClient.class);
        assertThat(injected.unmarked()).containsExactly(Unmarked.class);
    }

    @Test
    void leavesInterfacesToTheRestClientAndClassesToCdi() {
        find(Invoices.class);
        find(Implementation.class);

        assertThat(vetoed).containsExactly(Invoices.class);
    }

    @Test
    void deploymentSucceedsWithInterfacesThatFollowTheRules() {
        find(Invoices.class);
        inject(OrderClient.class, RestClient.LITERAL);
        inject(Foreign.class, RestClient.LITERAL);

        deploy();

        assertThat(problems).isEmpty();
    }

    @Test
    void deploymentFailsIfAnInterfaceIsNotSigned() {
        find(Unsigned.class);

        deploy();

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(Unsigned.class.getName() + " must have @RegisterProvider(AurpayFeature.class)");
    }

    /** An interface in a jar that CDI does not scan is only seen where it is injected. */
    @Test
    void deploymentFailsIfAnInjectedInterfaceIsUnfit() {
        inject(Unsigned.class, RestClient.LITERAL);

        deploy();

        assertThat(problems).singleElement().asString().contains("must have @RegisterProvider(AurpayFeature.class)");
    }

    @Test
    void deploymentFailsIfAnInjectedInterfaceIsSignedButNotMarked() {
        inject(Unmarked.class, RestClient.LITERAL);

        deploy();

        assertThat(problems).singleElement().asString().startsWith(Unmarked.class.getName() + " must have @AurpayApi");
    }

    @Test
    void deploymentFailsIfAKeyIsForAnInterfaceOfTheApplicationAlone() {
        FakeConfig.of("aurpay.api-key=the-key", Invoices.class.getName() + "/mp-rest/url=https://example.com")
                .install();
        find(Invoices.class);

        deploy();

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(Invoices.class.getName() + "/mp-rest/url is for one interface alone");
    }

    private void find(Class<?> type) {
        AnnotatedType<?> annotated = fake(AnnotatedType.class, (proxy, method, given) -> type);
        extension.leaveToTheRestClient(fake(ProcessAnnotatedType.class, (proxy, method, given) -> {
            if (method.getName().equals("veto")) {
                vetoed.add(type);
                return null;
            }
            return annotated;
        }));
    }

    private void inject(Class<?> type, Annotation qualifier) {
        InjectionPoint point = fake(
                InjectionPoint.class,
                (proxy, method, given) -> method.getName().equals("getType") ? type : Set.of(qualifier));
        injected.found(fake(ProcessInjectionPoint.class, (proxy, method, given) -> point));
    }

    private void deploy() {
        extension.validate(
                fake(AfterDeploymentValidation.class, (proxy, method, given) -> {
                    problems.add(String.valueOf(((Throwable) given[0]).getMessage()));
                    return null;
                }),
                injected);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
