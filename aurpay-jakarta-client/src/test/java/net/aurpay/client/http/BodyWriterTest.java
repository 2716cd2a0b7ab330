package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyWriterTest {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final List<String> called = new ArrayList<>();

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

    private WriterInterceptorContext context(byte @Nullable [] signed) {
        return (WriterInterceptorContext) Proxy.newProxyInstance(
                BodyWriterTest.class.getClassLoader(),
                new Class<?>[] {WriterInterceptorContext.class},
                (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return switch (method.getName()) {
                        case "getProperty" -> arguments[0].equals(SigningFilter.BODY) ? signed : null;
                        case "getOutputStream" -> wire;
                        default -> null;
                    };
                });
    }
}
