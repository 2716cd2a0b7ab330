package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebModuleTest {
    private static final String OURS = CallbackApplication.class.getName();

    /** The results of the server's methods, by the name of the method. Other methods are not supported. */
    private final Map<String, @Nullable Object> results = new HashMap<>(Map.of("getContextPath", "/shop"));

    /** A class of a WAR, as {@code docs/servers.md} shows it. */
    static final class OfTheWar extends CallbackApplication {}

    @Test
    void nothingButAServletContextIsAWebModule() {
        assertThat(WebModule.of("an event of an EJB module")).isEmpty();
    }

    @Test
    void receivesCallbacksWhereTheApplicationIsMapped() {
        serves(servlet(OURS, "Dispatcher", "/aurpay/*"), servlet("other", "Other", "/*"));

        assertThat(paths()).contains(List.of("/shop/aurpay/callbacks"));
    }

    @Test
    void receivesCallbacksWhereTheApplicationOfTheWarIsMapped() {
        serves(servlet(OfTheWar.class.getName(), "Dispatcher", "/pay/*"));

        assertThat(paths()).contains(List.of("/shop/pay/callbacks"));
    }

    @Test
    void receivesCallbacksWhereAServletOfWebXmlNamesTheApplication() {
        ServletRegistration servlet = fake(
                ServletRegistration.class,
                Map.of(
                        "getName",
                        "callbacks",
                        "getClassName",
                        "Dispatcher",
                        "getInitParameter",
                        OURS,
                        "getMappings",
                        List.of("/hooks/*", "/hooks")));
        serves(servlet);

        assertThat(paths()).contains(List.of("/shop/hooks/callbacks"));
    }

    @Test
    void receivesNoCallbacksWithoutTheApplication() {
        serves(servlet("net.example.Rest", "Dispatcher", "/api/*"));

        assertThat(paths()).contains(List.of());
    }

    /** Open Liberty behaves like this if {@code web.xml} maps an application that is not in the WAR. */
    @Test
    void receivesNoCallbacksWithAServletThatHasNoClass() {
        serves(servlet(OURS, null, "/aurpay/*"));

        assertThat(paths()).contains(List.of());
    }

    @Test
    void receivesCallbacksAtThePathOfTheAnnotationIfTheServerHidesMappings() {
        results.put("getNamedDispatcher", fake(RequestDispatcher.class, Map.of()));
        results.put("getResourceAsStream", null);

        assertThat(paths()).contains(List.of("/shop/aurpay/callbacks"));
    }

    @Test
    void doesNotGuessIfTheServerHidesMappingsAndWebXmlHasOne() {
        results.put("getNamedDispatcher", fake(RequestDispatcher.class, Map.of()));
        results.put(
                "getResourceAsStream",
                new ByteArrayInputStream(
                        ("<servlet-name>" + OURS + "</servlet-name>").getBytes(StandardCharsets.UTF_8)));

        assertThat(paths()).isEmpty();
    }

    @Test
    void receivesNoCallbacksIfTheServerHidesMappingsAndHasNoSuchServlet() {
        results.put("getNamedDispatcher", null);

        assertThat(paths()).contains(List.of());
    }

    private Optional<List<String>> paths() {
        return WebModule.of(fake(ServletContext.class, results)).orElseThrow().callbackPaths();
    }

    private void serves(ServletRegistration... servlets) {
        Map<String, ServletRegistration> registrations = new HashMap<>();
        for (ServletRegistration servlet : servlets) {
            registrations.put(servlet.getName(), servlet);
        }
        results.put("getServletRegistrations", registrations);
    }

    private static ServletRegistration servlet(String name, @Nullable String type, String mapping) {
        Map<String, @Nullable Object> results = new HashMap<>();
        results.put("getName", name);
        results.put("getClassName", type);
        results.put("getInitParameter", null);
        results.put("getMappings", List.of(mapping));
        return fake(ServletRegistration.class, results);
    }

    private static <T> T fake(Class<T> type, Map<String, ? extends @Nullable Object> results) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!results.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
            }
            return results.get(method.getName());
        }));
    }
}
