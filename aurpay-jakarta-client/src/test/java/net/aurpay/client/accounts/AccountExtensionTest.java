package net.aurpay.client.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.OrderClient;
import net.aurpay.client.http.FakeConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountExtensionTest {
    @SuppressWarnings("unused")
    private @Nullable OrderClient direct;

    @SuppressWarnings("unused")
    private @Nullable Instance<OrderClient> lazy;

    @SuppressWarnings("unused")
    private @Nullable Provider<OrderClient> provided;

    @ParameterizedTest
    @ValueSource(strings = {"direct", "lazy", "provided"})
    void rejectsAnInjectionPointOfAnUnknownAccount(String field) throws Exception {
        assertThat(errors(field))
                .singleElement()
                .asString()
                .contains("@AurpayAccount(\"unknown\")", field, "does not list this account, only []");
    }

    @SuppressWarnings("NullAway") // without accounts, no bean is added
    private static List<Throwable> errors(String name) throws Exception {
        FakeConfig.of().install();
        Field field = AccountExtensionTest.class.getDeclaredField(name);
        InjectionPoint point = proxy(InjectionPoint.class, (method) -> switch (method) {
            case "getType" -> field.getGenericType();
            case "getQualifiers" -> Set.of(AurpayAccount.Literal.of("unknown"));
            default -> field;
        });
        ProcessInjectionPoint<?, ?> event = proxy(ProcessInjectionPoint.class, method -> point);
        AccountExtension extension = new AccountExtension();
        extension.found(event);
        List<Throwable> errors = new ArrayList<>();
        AfterBeanDiscovery discovery = (AfterBeanDiscovery) Proxy.newProxyInstance(
                AccountExtensionTest.class.getClassLoader(),
                new Class<?>[] {AfterBeanDiscovery.class},
                (proxy, method, arguments) -> {
                    errors.add((Throwable) arguments[0]);
                    return null;
                });
        // A bean manager cannot be made here, because the expression language is not on the class path.
        extension.addBeans(discovery, null);
        return errors;
    }

    private interface Answer {
        Object of(String method);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                AccountExtensionTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.of(method.getName())));
    }
}
