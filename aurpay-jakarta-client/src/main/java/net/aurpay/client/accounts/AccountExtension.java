package net.aurpay.client.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccount;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Adds the clients that an application has injected for an account that the configuration lists. If the configuration does not
 * list the account, the deployment fails.
 */
public class AccountExtension implements Extension {
    private final Set<NamedInjection> injected = ConcurrentHashMap.newKeySet();

    /** Kept, because on Payara a look-up by an extension does not see the beans of the application. */
    private volatile @Nullable Bean<ApplicationAccounts> accounts;

    void found(@Observes ProcessInjectionPoint<?, ?> point) {
        NamedInjection.of(point.getInjectionPoint()).stream()
                .filter(found -> found.type() == Aurpay.class || found.type().isAnnotationPresent(AurpayApi.class))
                .forEach(injected::add);
    }

    void found(@Observes ProcessManagedBean<ApplicationAccounts> process) {
        accounts = process.getBean();
    }

    void addBeans(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
        Set<String> names;
        try {
            names = new TreeSet<>(
                    ConfiguredAccounts.of(ConfigProvider.getConfig()).keySet());
        } catch (IllegalArgumentException e) {
            discovery.addDefinitionError(new DeploymentException(e.getMessage()));
            return;
        }
        injected.stream()
                .filter(point -> !names.contains(point.account()))
                .sorted(Comparator.comparing(NamedInjection::where))
                .forEach(point -> discovery.addDefinitionError(
                        new DeploymentException(NamedInjection.unknown(point.account(), point.where(), names))));
        for (String account : names) {
            Stream<Class<?>> asked = injected.stream()
                    .filter(point -> point.account().equals(account))
                    .map(NamedInjection::type);
            Stream.concat(Stream.of(Aurpay.class, OrderClient.class, WalletClient.class, LightningClient.class), asked)
                    .distinct()
                    .forEach(type -> add(discovery, beans, type, account));
        }
    }

    private <T> void add(AfterBeanDiscovery discovery, BeanManager beans, Class<T> type, String account) {
        discovery
                .<T>addBean()
                .id(type.getName() + " of account " + account)
                .types(type, Object.class)
                .qualifiers(AurpayAccount.Literal.of(account))
                .scope(ApplicationScoped.class)
                .produceWith(unused -> {
                    Bean<ApplicationAccounts> bean = Objects.requireNonNull(accounts);
                    AurpayAccounts all = (AurpayAccounts)
                            beans.getReference(bean, AurpayAccounts.class, beans.createCreationalContext(bean));
                    Aurpay clients = all.of(account);
                    return type == Aurpay.class ? type.cast(clients) : clients.client(type);
                });
    }
}
