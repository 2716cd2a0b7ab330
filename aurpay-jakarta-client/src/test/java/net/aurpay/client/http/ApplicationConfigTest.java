package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationConfigTest {
    private static final Config OF_THREAD = FakeConfig.of("aurpay.api-key=thread");
    private static final Config OF_LIBRARY = FakeConfig.of("aurpay.api-key=library");

    @BeforeEach
    void install() {
        ConfigProviderResolver.setInstance(new TwoConfigs());
    }

    @AfterEach
    void forget() {
        FakeConfig.of().install();
    }

    /**
     * The platform's class loader sees no application, and the threads of some pools have no context class loader. The second
     * answer may be remembered.
     */
    @ParameterizedTest
    @ValueSource(strings = {"platform", "none", "application"})
    void usesTheConfigOfTheThreadOnlyIfTheThreadBelongsToAnApplication(String kind) {
        CompletableFuture<Config> seen = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            ApplicationConfig.current();
            seen.complete(ApplicationConfig.current());
        });
        thread.setContextClassLoader(loader(kind));

        thread.start();

        assertThat(seen.join()).isSameAs(kind.equals("application") ? OF_THREAD : OF_LIBRARY);
    }

    private static @Nullable ClassLoader loader(String kind) {
        return switch (kind) {
            case "platform" -> ClassLoader.getPlatformClassLoader();
            case "none" -> null;
            default -> ApplicationConfig.class.getClassLoader();
        };
    }

    private static final class TwoConfigs extends ConfigProviderResolver {
        @Override
        public Config getConfig() {
            return OF_THREAD;
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            assertThat(loader).isSameAs(ApplicationConfig.class.getClassLoader());
            return OF_LIBRARY;
        }

        @Override
        public ConfigBuilder getBuilder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerConfig(Config config, ClassLoader loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void releaseConfig(Config config) {
            throw new UnsupportedOperationException();
        }
    }
}
