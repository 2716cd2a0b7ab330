package net.aurpay.webhook.cashier;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.aurpay.client.AurpayException;
import net.aurpay.client.CryptoCurrency;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.webhook.PaymentConflictException;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.payments.CurrentPayment;
import org.jspecify.annotations.Nullable;

/**
 * Decides where the customer goes who has a link. Nothing is stored before the customer chooses. Thread-safe.
 */
public final class Cashier {
    private static final System.Logger LOG = System.getLogger(Cashier.class.getName());

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    private final CashierConfig config;
    private final CashierPayments payments;
    private final Supplier<List<CryptoCurrency>> offered;
    private final InstantSource clock;

    /**
     * Creates the cashier.
     *
     * @param offered asks Aurpay for the cryptocurrencies
     */
    public Cashier(
            CashierConfig config,
            CashierPayments payments,
            Supplier<List<CryptoCurrency>> offered,
            InstantSource clock) {
        this.config = config;
        this.payments = payments;
        this.offered = offered;
        this.clock = clock;
    }

    /** Leads to the open payment, or shows the choice. Changes nothing, because mail programs follow links, too. */
    public CashierResponse show(CashierRequest request) {
        return with(request, (link, page) -> {
            Optional<CurrentPayment> current = payments.current(link.reference());
            boolean usable = current.isPresent() && leadsTo(current.get(), link);
            if (usable && !(request.has(CashierRequest.CHOOSE) && current.get().isUnpaid())) {
                return CashierResponse.to(payUrl(current.get().payUrl()));
            }
            if (!request.has(CashierRequest.CHOOSE)) {
                return CashierResponse.to(config.address(request.link() + "?" + CashierRequest.CHOOSE));
            }
            return CashierResponse.of(OK, page.choice(amount(link), coins(), usable));
        });
    }

    /** Opens a payment in the chosen cryptocurrency. */
    public CashierResponse choose(CashierRequest request) {
        return with(request, (link, page) -> {
            Optional<Coin> coin = coins().stream()
                    .filter(usable -> usable.toString().equals(request.value(CashierRequest.COIN)))
                    .findFirst();
            if (coin.isEmpty()) {
                return CashierResponse.to(config.address(request.link() + "?" + CashierRequest.CHOOSE));
            }
            return open(link, coin.get(), request.value(CashierRequest.INSTEAD_OF), page);
        });
    }

    /** @param insteadOf the payment id that the customer has been asked about; empty if there was no question */
    private CashierResponse open(CashierLink link, Coin coin, String insteadOf, CashierPage page) {
        PaymentRequest wanted = PaymentRequest.of(
                        coin.chain(),
                        coin.currency(),
                        link.request().price(),
                        link.request().priceCurrency())
                .withOptions(link.request().options());
        Optional<CurrentPayment> current = payments.current(link.reference());
        if (current.isPresent() && !current.get().isUnpaid()) {
            return CashierResponse.to(payUrl(current.get().payUrl()));
        }
        try {
            return paying(
                    insteadOf.isEmpty()
                            ? payments.open(link.reference(), wanted)
                            : payments.openInsteadOf(insteadOf, link.reference(), wanted));
        } catch (PaymentConflictException e) {
            return payments.current(link.reference())
                    .map(open -> open.isUnpaid()
                            ? CashierResponse.of(CONFLICT, page.another(coin, open.paymentId(), leadsTo(open, link)))
                            : CashierResponse.to(payUrl(open.payUrl())))
                    .orElseThrow(() -> e);
        }
    }

    /** A payment that is paid is never repeated; an unpaid one at another price is not what the customer is to pay now. */
    private static boolean leadsTo(CurrentPayment current, CashierLink link) {
        return !current.isUnpaid()
                || current.costs(link.request().price(), link.request().priceCurrency());
    }

    private List<Coin> coins() {
        return Coin.usable(offered.get());
    }

    private static String amount(CashierLink link) {
        return link.request().price().toPlainString() + " " + link.request().priceCurrency();
    }

    private static CashierResponse paying(Payment payment) {
        return CashierResponse.to(payUrl(payment.payUrl()));
    }

    private static URI payUrl(@Nullable URI url) {
        if (url == null) {
            throw new SettlementException("Aurpay's response has no pay_url", null);
        }
        return url;
    }

    private interface Step {
        CashierResponse respond(CashierLink link, CashierPage page);
    }

    private CashierResponse with(CashierRequest request, Step step) {
        CashierPage page = new CashierPage(CashierTexts.of(request.languages()));
        Optional<CashierLink> link = CashierLink.of(request.link(), config.seal());
        if (link.isEmpty()) {
            return CashierResponse.of(NOT_FOUND, page.invalid());
        }
        if (!clock.instant().isBefore(link.get().expires())) {
            return CashierResponse.of(GONE, page.invalid());
        }
        try {
            return step.respond(link.get(), page);
        } catch (AurpayException | SettlementException | PaymentConflictException e) {
            LOG.log(System.Logger.Level.WARNING, "the cashier cannot open a payment", e);
            return CashierResponse.of(UNAVAILABLE, page.unavailable());
        }
    }
}
