package net.aurpay.sandbox;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedFields;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** Runs the sandbox of an {@link AurpaySandbox}. JUnit's stores close it: that of a class, or that of the whole run. */
final class SandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, TestInstancePostProcessor, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    SandboxExtension() {}

    /** {@code CloseableResource} is deprecated, but JUnit before 5.13 closes nothing else. */
    @SuppressWarnings({"deprecation", "try"})
    private record Closed(SandboxHandle handle, AutoCloseable end) implements Store.CloseableResource, AutoCloseable {
        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        Optional<AurpaySandbox> annotation = onClass(context);
        if (annotation.isPresent()) {
            configure(context, annotation.get());
        }
        inject(context, null);
    }

    /** Sets the system properties once for a class and those nested in it. */
    private static void configure(ExtensionContext context, AurpaySandbox annotation) {
        SandboxHandle handle = handle(context, annotation);
        if (!annotation.webhookUrl().isEmpty()) {
            store(outermost(context)).getOrComputeIfAbsent("settings", key -> {
                return new Closed(
                        handle, handle.settings(annotation.webhookUrl()).setSystemProperties());
            });
        }
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) throws IllegalAccessException {
        inject(context, instance);
    }

    /** Sets the annotated fields: the static ones if there is no instance. */
    private static void inject(ExtensionContext context, @Nullable Object instance) throws IllegalAccessException {
        List<Field> fields = findAnnotatedFields(
                context.getRequiredTestClass(),
                AurpaySandbox.class,
                field -> ModifierSupport.isStatic(field) == (instance == null),
                HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            if (field.getType() != SandboxHandle.class || ModifierSupport.isFinal(field)) {
                throw new ExtensionConfigurationException(
                        "a field with @AurpaySandbox must be a SandboxHandle and not" + " final, was <" + field + ">");
            }
            field.setAccessible(true);
            field.set(instance, handle(context, field.getAnnotation(AurpaySandbox.class)));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Closed own = store(outermost(context)).get("sandbox", Closed.class);
        if (own != null) {
            own.handle().endFailures();
            own.handle().deliverCallbacks();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SandboxHandle.class
                && (parameter.isAnnotated(AurpaySandbox.class)
                        || onClass(context).isPresent());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return handle(
                context,
                parameter
                        .findAnnotation(AurpaySandbox.class)
                        .or(() -> onClass(context))
                        .orElseThrow());
    }

    /** The annotation of the class decides, if there is one. */
    private static SandboxHandle handle(ExtensionContext context, AurpaySandbox nearest) {
        boolean shared = onClass(context).orElse(nearest).shared();
        return (shared ? start(context.getRoot(), "shared") : start(outermost(context), "sandbox")).handle();
    }

    private static Closed start(ExtensionContext context, String name) {
        return store(context)
                .getOrComputeIfAbsent(
                        name,
                        key -> {
                            SandboxHandle handle = SandboxHandle.start();
                            return new Closed(handle, handle);
                        },
                        Closed.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static Optional<AurpaySandbox> onClass(ExtensionContext context) {
        return findAnnotation(context.getRequiredTestClass(), AurpaySandbox.class)
                .or(() -> findAnnotation(outermost(context).getRequiredTestClass(), AurpaySandbox.class));
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext parent = context.getParent().orElse(context);
        return parent != context && parent.getTestClass().isPresent() ? outermost(parent) : context;
    }
}
