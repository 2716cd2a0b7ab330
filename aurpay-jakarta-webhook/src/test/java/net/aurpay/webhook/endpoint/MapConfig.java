package net.aurpay.webhook.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Config over a map: an empty value counts as missing, a list is split at commas, {@code \,} is a comma.
 */
public record MapConfig(Map<String, String> values) implements Config {
    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        return new Value(name, values.get(name));
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (type == String[].class) {
            String[] parts = Arrays.stream(value.split("(?<!\\\\),"))
                    .map(part -> part.replace("\\,", ","))
                    .filter(part -> !part.isEmpty())
                    .toArray(String[]::new);
            return parts.length == 0 ? Optional.empty() : Optional.of(type.cast(parts));
        }
        return Optional.of(type.cast(value));
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException();
    }

    private record Value(String getName, @Nullable String getValue) implements ConfigValue {
        @Override
        public @Nullable String getRawValue() {
            return getValue;
        }

        @Override
        public @Nullable String getSourceName() {
            return null;
        }

        @Override
        public int getSourceOrdinal() {
            return 0;
        }
    }
}
