package net.aurpay.webhook.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A web module of the application, as its {@code ServletContext} describes it.
 *
 * <p>Uses reflection on the interfaces of the server's object, because on Open Liberty an application can run without
 * seeing the servlet API.
 */
final class WebModule {
    private static final String SERVLET_API = "jakarta.servlet.";
    private static final String APPLICATION = "jakarta.ws.rs.Application";
    private static final String WHOLE_FOLDER = "/*";

    private final Object context;

    private WebModule(Object context) {
        this.context = context;
    }

    /**
     * Returns the module; empty if the object is not a servlet context, because CDI also starts EJB modules and
     * libraries.
     */
    static Optional<WebModule> of(Object context) {
        return type(context.getClass(), SERVLET_API + "ServletContext").map(type -> new WebModule(context));
    }

    String contextPath() {
        return String.valueOf(call(context, "ServletContext", "getContextPath"));
    }

    /**
     * Returns where on this server the module receives callbacks: an empty list if it does not, and an empty optional
     * if the server does not say.
     */
    Optional<List<String>> callbackPaths() {
        try {
            Map<?, ?> servlets = (Map<?, ?>) call(context, "ServletContext", "getServletRegistrations");
            return Optional.ofNullable(servlets).map(Map::values).map(this::callbackPaths);
        } catch (UnsupportedOperationException e) {
            // Open Liberty does not show the servlets to the listener that CDI adds.
            return callbackPathsUnseen();
        }
    }

    private List<String> callbackPaths(Collection<?> servlets) {
        return servlets.stream()
                .filter(WebModule::takesCallbacks)
                .flatMap(WebModule::folders)
                .map(this::callbackPath)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<List<String>> callbackPathsUnseen() {
        Object servlet = call(context, "ServletContext", "getNamedDispatcher", CallbackApplication.class.getName());
        if (servlet == null) {
            return Optional.of(List.of());
        }
        return mayMapCallbacks() ? Optional.empty() : Optional.of(List.of(callbackPath(CallbackApplication.PATH)));
    }

    private String callbackPath(String folder) {
        return contextPath() + folder + RawCallbackUrl.RESOURCE;
    }

    /** Returns whether {@code web.xml} may map the callbacks to a path other than that of the annotation. */
    private boolean mayMapCallbacks() {
        try (InputStream webXml =
                (InputStream) call(context, "ServletContext", "getResourceAsStream", "/WEB-INF/web.xml")) {
            return webXml != null
                    && new String(webXml.readAllBytes(), StandardCharsets.UTF_8)
                            .contains(CallbackApplication.class.getName());
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Applies Jakarta REST, 2.3.2: the servlet, or an init parameter of it, has the name of the {@code Application}.
     */
    private static boolean takesCallbacks(Object servlet) {
        // Without a class, nothing serves what web.xml maps.
        return call(servlet, "Registration", "getClassName") != null
                && Stream.of(
                                Optional.ofNullable(call(servlet, "Registration", "getName")),
                                Optional.ofNullable(call(servlet, "Registration", "getInitParameter", APPLICATION)))
                        .flatMap(Optional::stream)
                        .anyMatch(name -> isCallbackApplication(name.toString()));
    }

    private static boolean isCallbackApplication(String name) {
        try {
            return CallbackApplication.class.isAssignableFrom(
                    Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Stream<String> folders(Object servlet) {
        Collection<?> mappings = (Collection<?>) call(servlet, "ServletRegistration", "getMappings");
        return mappings == null
                ? Stream.of()
                : mappings.stream()
                        .map(String::valueOf)
                        .filter(mapping -> mapping.endsWith(WHOLE_FOLDER))
                        .map(mapping -> mapping.substring(0, mapping.length() - WHOLE_FOLDER.length()));
    }

    private static @Nullable Object call(Object target, String type, String method, Object... arguments) {
        try {
            Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
            return type(target.getClass(), SERVLET_API + type)
                    .orElseThrow(() -> new NoSuchMethodException(method))
                    .getMethod(method, types)
                    .invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof UnsupportedOperationException unsupported
                    ? unsupported
                    : new IllegalStateException(method, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method, e);
        }
    }

    private static Optional<Class<?>> type(@Nullable Class<?> of, String name) {
        if (of == null || of.getName().equals(name)) {
            return Optional.ofNullable(of);
        }
        return Stream.concat(Stream.of(of.getInterfaces()), Stream.ofNullable(of.getSuperclass()))
                .flatMap(next -> type(next, name).stream())
                .findFirst();
    }
}
