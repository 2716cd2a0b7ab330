package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A container with one bean, until it is closed. Afterwards {@code CDI.current()} fails, as without a container. */
final class FakeCdi extends CDI<Object> implements AutoCloseable {
    private static final CDIProvider PROVIDER = FakeCdi::running;
    private static @Nullable FakeCdi running;

    /** How often the bean was looked up. */
    int lookUps;

    private final Class<?> type;
    private final Object bean;

    private FakeCdi(Class<?> type, Object bean) {
        this.type = type;
        this.bean = bean;
    }

    static <T> FakeCdi with(Class<T> type, T bean) {
        FakeCdi cdi = new FakeCdi(type, bean);
        running = cdi;
        CDI.setCDIProvider(PROVIDER);
        return cdi;
    }

    private static CDI<Object> running() {
        if (running == null) {
            throw new IllegalStateException("no container is running");
        }
        return running;
    }

    @Override
    public void close() {
        running = null;
    }

    @Override
    public <U> Instance<U> select(Class<U> wanted, Annotation... qualifiers) {
        if (wanted != type) {
            throw new IllegalArgumentException(wanted.getName());
        }
        @SuppressWarnings("unchecked")
        Instance<U> found = (Instance<U>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, called, arguments) -> {
                    if (!called.getName().equals("get")) {
                        throw new UnsupportedOperationException(called.toString());
                    }
                    lookUps++;
                    return bean;
                });
        return found;
    }

    @Override
    public <U> Instance<U> select(TypeLiteral<U> wanted, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instance<Object> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BeanManager getBeanManager() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAmbiguous() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(Object instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<Object> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Object>> handles() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<Object> iterator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException();
    }
}
