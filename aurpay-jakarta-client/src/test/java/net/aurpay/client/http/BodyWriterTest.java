package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.client.QuarkusBodies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyWriterTest {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final List<String> called = new ArrayList<>();

    @Nullable
    private OutputStream replaced;

    @Test
    void writesTheSignedBytesAndCallsNoOtherInterceptor() throws IOException {
        new BodyWriter().aroundWriteTo(context("{\"price\":1}".getBytes(StandardCharsets.UTF_8)));

        assertThat(wire).hasToString("{\"price\":1}");
        assertThat(called).doesNotContain("proceed");
    }

    @Test
    void leavesUnsignedBodiesToOtherInterceptors() throws IOException {
        new BodyWriter().aroundWriteTo(context(null));

        assertThat(wire.size()).isZero();
        assertThat(called).contains("proceed");
    }

    /** Quarkus sends nothing unless the interceptor proceeds. */
    @Test
    void writesTheSignedBytesOnQuarkusWhateverIsWrittenAfterwards() throws IOException {
        new BodyWriter().aroundWriteTo(context(QuarkusBodies.type(), "{\"price\":1}".getBytes(StandardCharsets.UTF_8)));
        assertThat(called).contains("proceed");
        assertThat(wire.size()).isZero();

        Objects.requireNonNull(replaced).write('<');

        assertThat(wire).hasToString("{\"price\":1}");
    }

    private WriterInterceptorContext context(byte @Nullable [] signed) {
        return context(WriterInterceptorContext.class, signed);
    }

    private <T extends WriterInterceptorContext> T context(Class<T> type, byte @Nullable [] signed) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return switch (method.getName()) {
                        case "getProperty" -> arguments[0].equals(SigningFilter.BODY) ? signed : null;
                        case "getOutputStream" -> wire;
                        case "setOutputStream" -> {
                            replaced = (OutputStream) arguments[0];
                            yield null;
                        }
                        default -> null;
                    };
                }));
    }
}
