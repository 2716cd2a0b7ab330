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

    /** What the methods of the server return, by name; methods that are not listed are not supported. */
    private final Map<String, @Nullable Object> answers = new HashMap<>(Map.of("getContextPath", "/shop"));

    /** A class of a WAR, as {@code docs/servers.md} shows it. */
    static final class OfTheWar extends CallbackApplication {}

    @Test
    void nothingButAServletContextIsAWebModule() {
        assertThat(WebModule.of("an event of an EJB module")).isEmpty();
    }

    @Test
    void takesCallbacksWhereTheApplicationIsMapped() {
        serves(servlet(OURS, "Dispatcher", "/aurpay/*"), servlet("other", "Other", "/*"));

        assertThat(paths()).contains(List.of("/shop/aurpay/callbacks"));
    }

    @Test
    void takesCallbacksWhereTheApplicationOfTheWarIsMapped() {
        serves(servlet(OfTheWar.class.getName(), "Dispatcher", "/pay/*"));

        assertThat(paths()).contains(List.of("/shop/pay/callbacks"));
    }

    @Test
    void takesCallbacksWhereAServletOfWebXmlNamesTheApplication() {
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
    void takesNoCallbacksWithoutTheApplication() {
        serves(servlet("net.example.Rest", "Dispatcher", "/api/*"));

        assertThat(paths()).contains(List.of());
    }

    /** Open Liberty behaves like this if {@code web.xml} maps an application that is not in the WAR. */
    @Test
    void takesNoCallbacksWithAServletThatHasNoClass() {
        serves(servlet(OURS, null, "/aurpay/*"));

        assertThat(paths()).contains(List.of());
    }

    @Test
    void takesCallbacksWhereTheAnnotationSaysIfTheServerHidesMappings() {
        answers.put("getNamedDispatcher", fake(RequestDispatcher.class, Map.of()));
        answers.put("getResourceAsStream", null);

        assertThat(paths()).contains(List.of("/shop/aurpay/callbacks"));
    }

    @Test
    void doesNotGuessIfTheServerHidesMappingsAndWebXmlHasOne() {
        answers.put("getNamedDispatcher", fake(RequestDispatcher.class, Map.of()));
        answers.put(
                "getResourceAsStream",
                new ByteArrayInputStream(
                        ("<servlet-name>" + OURS + "</servlet-name>").getBytes(StandardCharsets.UTF_8)));

        assertThat(paths()).isEmpty();
    }

    @Test
    void takesNoCallbacksIfTheServerHidesMappingsAndKnowsNoSuchServlet() {
        answers.put("getNamedDispatcher", null);

        assertThat(paths()).contains(List.of());
    }

    private Optional<List<String>> paths() {
        return WebModule.of(fake(ServletContext.class, answers)).orElseThrow().callbackPaths();
    }

    private void serves(ServletRegistration... servlets) {
        Map<String, ServletRegistration> registrations = new HashMap<>();
        for (ServletRegistration servlet : servlets) {
            registrations.put(servlet.getName(), servlet);
        }
        answers.put("getServletRegistrations", registrations);
    }

    private static ServletRegistration servlet(String name, @Nullable String type, String mapping) {
        Map<String, @Nullable Object> answers = new HashMap<>();
        answers.put("getName", name);
        answers.put("getClassName", type);
        answers.put("getInitParameter", null);
        answers.put("getMappings", List.of(mapping));
        return fake(ServletRegistration.class, answers);
    }

    private static <T> T fake(Class<T> type, Map<String, ? extends @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answers.get(method.getName());
        }));
    }
}
