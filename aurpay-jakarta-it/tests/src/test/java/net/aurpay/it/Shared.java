package net.aurpay.it;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides servers that are started for the first test class that needs them, and closed after the last. */
final class Shared implements ParameterResolver {
    private interface Start<T> {
        T start() throws IOException, SQLException, InterruptedException;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TableServer.class || type == TablePair.class || type == GuidedShop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == GuidedShop.class) {
            return once(context, GuidedShop.class, GuidedShop::start);
        }
        return type == TableServer.class
                ? once(context, TableServer.class, TableServer::start)
                : once(context, TablePair.class, TablePair::start);
    }

    private static <T> T once(ExtensionContext context, Class<T> type, Start<T> start) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.create(Shared.class));
        return store.getOrComputeIfAbsent(
                type,
                key -> {
                    try {
                        return start.start();
                    } catch (IOException | SQLException e) {
                        throw new IllegalStateException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                    }
                },
                type);
    }
}
