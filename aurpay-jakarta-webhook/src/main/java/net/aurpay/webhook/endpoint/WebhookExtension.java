package net.aurpay.webhook.endpoint;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.accounts.ConfiguredAccounts;
import net.aurpay.client.accounts.NamedInjection;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.client.http.ConfiguredSecrets;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Fails the deployment if the configuration is incomplete, because a failed deployment is noticed. Adds the beans of the
 * accounts that the configuration lists.
 */
public class WebhookExtension implements Extension {
    /** Where the application names an account, by the name. */
    private final Map<String, String> named = new ConcurrentHashMap<>();

    private final AccountBeans accountBeans = new AccountBeans();

    /** Noted here, because on Payara a look-up by an extension does not see the beans of the application. */
    private volatile boolean hasAccounts;

    void found(@Observes ProcessBean<?> process) {
        Bean<?> bean = process.getBean();
        accountBeans.found(bean);
        if (bean.getTypes().contains(Accounts.class) && bean.getQualifiers().contains(Default.Literal.INSTANCE)) {
            hasAccounts = true;
        }
    }

    void found(@Observes ProcessInjectionPoint<?, ?> point) {
        AccountBeans.askedFor(point.getInjectionPoint())
                .forEach(found -> named.putIfAbsent(found.account(), found.where()));
    }

    void found(@Observes ProcessObserverMethod<?, ?> observer) {
        ObserverMethod<?> method = observer.getObserverMethod();
        NamedInjection.accounts(method.getObservedQualifiers())
                .forEach(account -> named.putIfAbsent(
                        account,
                        method.getBeanClass().getName() + ", an observer of "
                                + method.getObservedType().getTypeName()));
    }

    void addBeans(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
        Map<String, Account> configured;
        try {
            configured = ConfiguredAccounts.of(ConfigProvider.getConfig());
        } catch (IllegalArgumentException e) {
            // The extension of the client, which is always there, reports this mistake.
            return;
        }
        configured.keySet().forEach(account -> accountBeans.add(discovery, beans, account));
        new TreeMap<>(named).forEach((account, where) -> {
            if (!configured.containsKey(account)) {
                discovery.addDefinitionError(
                        new DeploymentException(NamedInjection.unknown(account, where, configured.keySet())));
            }
        });
    }

    void validate(@Observes AfterDeploymentValidation deployment, BeanManager beans) {
        Config config = ConfigProvider.getConfig();
        try {
            Map<String, Account> accounts = ConfiguredAccounts.of(config);
            TransactionObservers.requireNoneBeforeCompletion(beans, accounts.keySet());
            Optional<WebhookConfig> webhook = WebhookConfig.of(config, hasAccounts || !accounts.isEmpty());
            AccountRules.check(accounts.values(), webhook);
            webhook.filter(found -> found.confirm() && found.verifier().isPresent())
                    .ifPresent(found -> requireCredentials(config));
            System.Logger log = System.getLogger("net.aurpay.webhook");
            ConfigWarnings.of(config).forEach(warning -> log.log(Level.WARNING, warning));
            AccountRules.shortSecrets(accounts.values()).forEach(warning -> log.log(Level.WARNING, warning));
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    private static void requireCredentials(Config config) {
        if (!isSet(config, ClientKeys.API_TOKEN) && !isSet(config, ClientKeys.API_KEY)) {
            throw new IllegalArgumentException(WebhookKeys.CONFIRM + "=true needs " + ClientKeys.API_TOKEN + " and "
                    + ClientKeys.SECRET_KEY + ", or " + ClientKeys.API_KEY);
        }
    }

    private static boolean isSet(Config config, String key) {
        return new ConfiguredSecrets(config).single(key).isPresent();
    }
}
