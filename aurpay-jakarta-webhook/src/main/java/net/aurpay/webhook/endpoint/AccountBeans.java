package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
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

    private AccountBeans() {}

    /** Adds the beans of an account. Each is made when it is first used, as the other parts of the webhook are. */
    static void add(AfterBeanDiscovery discovery, String account) {
        add(discovery, CallbackUrls.class, ConfiguredCallbackUrls.class, account, CallbackUrls::forAccount);
        add(discovery, Payments.class, ConfiguredPayments.class, account, Payments::forAccount);
        add(discovery, Settlement.class, ConfiguredSettlement.class, account, Settlement::forAccount);
        add(discovery, CashierLinks.class, ConfiguredCashierLinks.class, account, CashierLinks::forAccount);
    }

    private static <T> void add(
            AfterBeanDiscovery discovery,
            Class<T> type,
            Class<? extends T> unnamed,
            String account,
            BiFunction<T, String, T> forAccount) {
        discovery
                .<T>addBean()
                .id(type.getName() + " of account " + account)
                .types(type, Object.class)
                .qualifiers(AurpayAccount.Literal.of(account))
                .scope(ApplicationScoped.class)
                // Not from beans: Payara would look among the beans of the server.
                .produceWith(
                        beans -> forAccount.apply(CDI.current().select(unnamed).get(), account));
    }

    /** Returns the places where an injection point asks for one of these beans; empty if it does not. */
    static List<NamedInjection> askedFor(InjectionPoint point) {
        return NamedInjection.of(point).stream()
                .filter(found -> TYPES.contains(found.type()))
                .toList();
    }
}
