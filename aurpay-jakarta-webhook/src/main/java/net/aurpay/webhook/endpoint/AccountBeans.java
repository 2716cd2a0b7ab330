package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.accounts.NamedInjection;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.CashierLinks;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.Settlement;

/** The beans of the webhook that an application can have injected for a configured account. */
final class AccountBeans {
    private static final Set<Type> TYPES =
            Set.of(CallbackUrls.class, Payments.class, Settlement.class, CashierLinks.class);

    /** The beans of the unnamed account. Kept, because on Payara a look-up by an extension does not see them. */
    private final Map<Class<?>, Bean<?>> unnamed = new ConcurrentHashMap<>();

    /** Keeps a bean of the application, if it is one of the unnamed account. */
    void found(Bean<?> bean) {
        if (TYPES.stream().anyMatch(bean.getTypes()::contains)) {
            unnamed.put(bean.getBeanClass(), bean);
        }
    }

    /** Adds the beans of an account. Each is made when it is first used, as the other parts of the webhook are. */
    void add(AfterBeanDiscovery discovery, BeanManager beans, String account) {
        add(discovery, beans, CallbackUrls.class, ConfiguredCallbackUrls.class, account, CallbackUrls::forAccount);
        add(discovery, beans, Payments.class, ConfiguredPayments.class, account, Payments::forAccount);
        add(discovery, beans, Settlement.class, ConfiguredSettlement.class, account, Settlement::forAccount);
        add(discovery, beans, CashierLinks.class, ConfiguredCashierLinks.class, account, CashierLinks::forAccount);
    }

    private <T> void add(
            AfterBeanDiscovery discovery,
            BeanManager beans,
            Class<T> type,
            Class<? extends T> configured,
            String account,
            BiFunction<T, String, T> forAccount) {
        discovery
                .<T>addBean()
                .id(type.getName() + " of account " + account)
                .types(type, Object.class)
                .qualifiers(AurpayAccount.Literal.of(account))
                .scope(ApplicationScoped.class)
                .produceWith(unused -> {
                    Bean<?> bean = Objects.requireNonNull(unnamed.get(configured));
                    Object ofUnnamed = beans.getReference(bean, type, beans.createCreationalContext(bean));
                    return forAccount.apply(type.cast(ofUnnamed), account);
                });
    }

    /** Returns the places where an injection point asks for one of these beans; empty if it does not. */
    static List<NamedInjection> askedFor(InjectionPoint point) {
        return NamedInjection.of(point).stream()
                .filter(found -> TYPES.contains(found.type()))
                .toList();
    }
}
