package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.SandboxOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Follows a customer from a link to the cashier to a paid order, of which no callback tells the shop. */
@Tag("guide")
@ExtendWith(Shared.class)
class SweepIT {
    private static final String COIN = "?coin=TRX%2FUSDT-TRC20";

    private final GuidedShop guided;
    private final ShopProbe shop;
    private final Probe probe;

    SweepIT(GuidedShop guided) throws Exception {
        this.guided = guided;
        shop = guided.sweeping();
        probe = new Probe(shop.base());
    }

    @Test
    void serverSweepsSoThatAPaidOrderFiresOnceWithoutACallback() throws Exception {
        shop.sandbox().callbackPlan(CallbackPlan.NORMAL.delay(Duration.ofHours(1)));
        String link = link("swept-by-the-server");
        assertThat(send("POST", link + COIN).statusCode()).isEqualTo(303);
        String orderId = order("swept-by-the-server").orderId();

        shop.sandbox().pay(orderId);

        ShopProbe.await("the sweep", () -> !shop.rows("swept-by-the-server").isEmpty());
        assertThat(shop.rows("swept-by-the-server")).containsExactly("cdi OrderSucceeded", "ejb OrderSucceeded");
        assertThat(shop.succeeded(orderId)).as("the late callback").isEqualTo(200);
        assertThat(shop.rows("swept-by-the-server")).hasSize(2);
        assertThat(guided.log()).doesNotContain("aurpay.payments.sweep-every has no effect");
    }

    @Test
    void linkLeadsToTheChoiceAndThenToThePayment() {
        String link = link("A/1 \u20ac");

        HttpResponse<String> first = send("GET", link);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(location(first))
                .startsWith("https://shop.example.com/sweeping/aurpay/cashier/")
                .endsWith("?choose");
        HttpResponse<String> choice = send("GET", link + "?choose");
        assertThat(choice.statusCode()).isEqualTo(200);
        assertThat(choice.body()).contains("<h1>Zahlungsart w\u00e4hlen</h1>", "formaction=\"" + COIN + "\"");
        assertThat(choice.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
        assertThat(choice.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(choice.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(choice.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");

        HttpResponse<String> chosen = send("POST", link + COIN);
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(location(chosen)).startsWith(shop.sandbox().url());
        assertThat(location(send("POST", link + COIN))).as("a double click").isEqualTo(location(chosen));
        assertThat(location(send("GET", link))).isEqualTo(location(chosen));
    }

    @Test
    void anotherCoinIsAskedForOnce() {
        String link = link("another");
        String first = location(send("POST", link + COIN));
        List<String> coins = send("GET", link + "?choose")
                .body()
                .lines()
                .filter(line -> line.contains("formaction=") && !line.contains(COIN))
                .map(SweepIT::action)
                .toList();

        HttpResponse<String> question = send("POST", link + coins.get(0));
        assertThat(question.statusCode()).isEqualTo(409);
        assertThat(question.body()).contains("<h1>M\u00f6chten Sie anders zahlen?</h1>");
        String answer = action(question.body()).replace("&amp;", "&");
        HttpResponse<String> another = send("POST", link + answer);

        assertThat(another.statusCode()).isEqualTo(303);
        assertThat(location(another)).isNotEqualTo(first);
        assertThat(location(send("GET", link))).isEqualTo(location(another));
    }

    @Test
    void linkThatIsNotOursIs404() {
        String link = link("forged");

        HttpResponse<String> forged = send("GET", link + "x");
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(forged.body()).contains("<h1>Dieser Link ist nicht g\u00fcltig</h1>");
        assertThat(send("POST", link.replace("cashier/", "cashier/x") + COIN).statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "aurpay/cashier/").statusCode()).isEqualTo(404);
        HttpResponse<String> unknown = send("GET", link.replace("cashier/", "cashier/no-account/"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(forged.body());
    }

    /** The shop whose configuration does not mention the cashier. */
    @Test
    void thereIsNoCashierByDefault() {
        String link = link("elsewhere");

        HttpResponse<String> response = new Probe(guided.shop().base()).get(link);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
    }

    /** Returns the link's path in the application. The host in the link is that of a proxy. */
    private String link(String reference) {
        String link = probe.get("probe/pay-link?reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8))
                .body();
        assertThat(link).startsWith("https://shop.example.com/sweeping/aurpay/cashier/");
        return link.substring(link.indexOf("aurpay/cashier/"));
    }

    private HttpResponse<String> send(String method, String path) {
        return probe.send(HttpRequest.newBuilder(shop.base().resolve(path))
                .method(method, BodyPublishers.noBody())
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "de-AT,de;q=0.9")
                .build());
    }

    private SandboxOrder order(String reference) {
        return shop.sandbox().orders().stream()
                .filter(order -> String.valueOf(order.urls().callbackUrl()).contains("reference=" + reference + "&"))
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElse("")).toString();
    }

    private static String action(String html) {
        return html.replaceFirst("(?s).*formaction=\"([^\"]*)\".*", "$1");
    }
}
