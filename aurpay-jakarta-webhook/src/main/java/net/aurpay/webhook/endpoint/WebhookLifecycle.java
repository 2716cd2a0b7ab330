package net.aurpay.webhook.endpoint;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.OrderClient;
import net.aurpay.client.accounts.ApplicationAccounts;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.cashier.Cashier;
import net.aurpay.webhook.endpoint.WebhookState.Failed;
import net.aurpay.webhook.endpoint.WebhookState.NotConfigured;
import net.aurpay.webhook.endpoint.WebhookState.Running;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.payments.TablePayments;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Starts the webhook of this application from its configuration. */
@ApplicationScoped
public class WebhookLifecycle {
    private static final System.Logger LOG = System.getLogger(WebhookLifecycle.class.getName());

    @Inject
    Event<OrderEvent> orders;

    @Inject
    Event<CallbackRejected> rejected;

    @Inject
    BeanManager beans;

    /**
     * Used only to look orders up: an application that neither confirms nor settles needs no credentials for the API.
     */
    @Inject
    @RestClient
    Instance<OrderLookUp> lookUps;

    /** Used only to open and to refund payments. */
    @Inject
    @RestClient
    Instance<OrderClient> client;

    @Inject
    Instance<CallbackUrls> urls;

    @Inject
    Instance<ApplicationAccounts> applicationAccounts;

    @Inject
    RequestContextController requestScope;

    /** Used only by the sweeps. */
    @Inject
    RequestContextController sweepScope;

    private NamedAccounts accounts = NamedAccounts.NONE;
    private Optional<WebhookConfig> config = Optional.empty();
    private volatile WebhookState state = new NotConfigured();
    private Optional<ProbeParts> probes = Optional.empty();
    private Optional<ProbeAtStart> probeAtStart = Optional.empty();
    private Optional<SweepSchedule> sweeps = Optional.empty();
    private boolean checked;

    public WebhookLifecycle() {}

    @PostConstruct
    void assemble() {
        // In an EAR on Payara, beans of one library do not see those of another.
        ApplicationAccounts known =
                applicationAccounts.isUnsatisfied() ? ApplicationAccounts.configured() : applicationAccounts.get();
        accounts = new FoundAccounts(known.lookUp(), known);
        config = WebhookConfig.of(ConfigProvider.getConfig(), !accounts.isEmpty());
        probes = config.map(found -> ProbeParts.of(ConfigProvider.getConfig(), found.rules(), accounts));
        config.ifPresent(found -> state = assembled(found));
    }

    private WebhookState assembled(WebhookConfig found) {
        try {
            Observers observers = new CdiObservers(
                    orders, rejected, beans, accounts, found.verifier().isPresent());
            return new Running(new Webhook(found, observers, accounts, this::clients));
        } catch (IllegalStateException | LinkageError e) {
            return new Failed(e);
        }
    }

    private ApiClients clients(String account) {
        return account.isEmpty()
                ? new ApiClients(
                        lookUps::get, client::get, reference -> urls.get().forPayment(reference))
                : new ApiClients(
                        () -> accounts.clients(account).client(OrderLookUp.class),
                        () -> accounts.clients(account).orders(),
                        reference -> urls.get().forAccount(account).forPayment(reference));
    }

    /**
     * Starts eagerly, so that a missing part fails the deployment and not the first callback. In a library of an EAR,
     * and always on Payara, the context is not a servlet context.
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        if (!checked) {
            checked = true;
            check();
        }
        if (state instanceof Running running) {
            StartLine line = running.webhook().startLine();
            WebModule.of(context).ifPresentOrElse(line::started, line::waiting);
            if (sweeps.isEmpty()) {
                sweeps = running.webhook().sweeps(sweepScope);
            }
            sweeps.ifPresent(SweepSchedule::begin);
            beginProbe();
        }
    }

    private void beginProbe() {
        if (probeAtStart.isEmpty()) {
            probeAtStart = probes.filter(ProbeParts::atStart).map(ProbeAtStart::onServer);
        }
        probeAtStart.ifPresent(ProbeAtStart::begin);
    }

    /** Ends the sweeps while the application can still run one to its end. */
    void end(@Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class) Object context) {
        end();
    }

    @PreDestroy
    void end() {
        sweeps.ifPresent(SweepSchedule::end);
        probeAtStart.ifPresent(ProbeAtStart::end);
    }

    private void check() {
        for (String variable : ConfigReader.unknownVariables(System.getenv().keySet())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the environment variable " + variable + " is not a key of the webhook");
        }
        if (state instanceof Running running) {
            state = checked(running);
        }
        if (state instanceof NotConfigured) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "aurpay-jakarta-webhook: no " + WebhookKeys.PREFIX
                            + "* is configured, callbacks are answered with 404");
        } else if (state instanceof Failed failed) {
            String message =
                    "aurpay-jakarta-webhook cannot start: " + failed.reason().getMessage();
            LOG.log(System.Logger.Level.ERROR, message, failed.reason());
            throw new DeploymentException(message, failed.reason());
        }
    }

    private static WebhookState checked(Running running) {
        try {
            running.webhook().check();
            return running;
        } catch (IllegalStateException | LinkageError e) {
            return new Failed(e);
        }
    }

    /** Reports that the web module of this thread receives callbacks from now on. */
    void taken() {
        if (state instanceof Running running) {
            running.webhook().startLine().taken(callbackPaths());
        }
    }

    private List<String> callbackPaths() {
        // On Payara the servlet context is a bean of the request scope.
        boolean activated = requestScope.activate();
        try {
            return WebModule.of(ServletModule.context())
                    .flatMap(WebModule::callbackPaths)
                    .orElse(List.of());
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "the server does not say where this application is", e);
            return List.of();
        } finally {
            if (activated) {
                requestScope.deactivate();
            }
        }
    }

    /** The configuration; empty if nothing is configured. */
    Optional<WebhookConfig> config() {
        return config;
    }

    /** Both sides of a probe; empty if nothing is configured. */
    Optional<ProbeParts> probes() {
        return probes;
    }

    /** The accounts that have a name. */
    NamedAccounts accounts() {
        return accounts;
    }

    /**
     * What settles the orders of an account; empty if nothing is configured, or {@link #start} has failed.
     *
     * @param account empty for the unnamed account
     */
    Optional<OrderSettlement> settlement(String account) {
        return state instanceof Running running
                ? Optional.of(running.webhook().orders(account).settlement())
                : Optional.empty();
    }

    /** The open payments of the unnamed account; empty if there is no data source, or {@link #start} has failed. */
    Optional<TablePayments> payments() {
        return state instanceof Running running ? running.webhook().payments() : Optional.empty();
    }

    /**
     * The cashier of an account; empty if it is not switched on, if there is no such account, or {@link #start} has failed.
     *
     * @param account empty for the unnamed account
     */
    Optional<Cashier> cashier(String account) {
        return state instanceof Running running ? running.webhook().cashier(account) : Optional.empty();
    }

    /**
     * The endpoint; empty if the server runs the application although {@link #start} has failed. Then nothing may be
     * fired.
     */
    Optional<CallbackEndpoint> endpoint() {
        return state instanceof Running running ? Optional.of(running.webhook().endpoint()) : Optional.empty();
    }
}
