package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.http.ClientKeys;
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

    /** Returns the accounts that an injection point asks for, if it asks for one of these beans. */
    static List<String> askedFor(InjectionPoint point) {
        return TYPES.contains(point.getType()) ? named(point.getQualifiers()) : List.of();
    }

    /** Returns the accounts that qualifiers name. */
    static List<String> named(Collection<Annotation> qualifiers) {
        return qualifiers.stream()
                .filter(AurpayAccount.class::isInstance)
                .map(qualifier -> ((AurpayAccount) qualifier).value())
                .toList();
    }

    /** Returns what is wrong if the configuration does not list an account. */
    static String unknown(String account, String where, Collection<String> configured) {
        return "@AurpayAccount(\"" + account + "\") at <" + where + ">: " + ClientKeys.ACCOUNTS
                + " does not list this account, only " + new TreeSet<>(configured);
    }
}
