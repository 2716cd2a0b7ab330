package net.aurpay.client.http;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import net.aurpay.client.http.jersey.JerseyRequests;
import org.jspecify.annotations.Nullable;

/** One request and its response, as the filters of a REST client see them. */
final class FakeExchange {
    final MultivaluedMap<String, Object> requestHeaders = new MultivaluedHashMap<>();
    final MultivaluedMap<String, String> responseHeaders = new MultivaluedHashMap<>();
    final Map<String, Object> properties = new HashMap<>();
    final Map<String, Object> configuration = new HashMap<>();
    final String method;
    URI uri;

    @Nullable
    Object entity;

    @Nullable
    MediaType mediaType;

    int status = 200;
    OutputStream requestBody = OutputStream.nullOutputStream();
    boolean hasResponseBody = true;
    InputStream responseBody = new ByteArrayInputStream(new byte[0]);

    FakeExchange(String method, String target, @Nullable Object entity) {
        this.method = method;
        this.uri = URI.create("https://dashboard.aurpay.net" + target);
        this.entity = entity;
    }

    ClientRequestContext request() {
        return request(ClientRequestContext.class);
    }

    /** A request whose class is in a package named like Jersey's. */
    ClientRequestContext jerseyRequest() {
        return request(JerseyRequests.type());
    }

    private <T extends ClientRequestContext> T request(Class<T> type) {
        Configuration settings =
                fake(Configuration.class, (proxy, called, arguments) -> configuration.get(arguments[0]));
        return fake(type, (proxy, called, arguments) -> {
            return switch (called.getName()) {
                case "getMethod" -> method;
                case "getUri" -> uri;
                case "setUri" -> {
                    uri = (URI) arguments[0];
                    yield null;
                }
                case "getEntity" -> entity;
                case "getEntityAnnotations" -> new Annotation[0];
                case "setEntity" -> {
                    entity = arguments[0];
                    mediaType = (MediaType) arguments[2];
                    yield null;
                }
                case "getMediaType" -> mediaType;
                case "getEntityStream" -> requestBody;
                case "setEntityStream" -> {
                    requestBody = (OutputStream) arguments[0];
                    yield null;
                }
                case "getHeaders" -> requestHeaders;
                case "getHeaderString" -> requestHeaders.getFirst((String) arguments[0]);
                case "getConfiguration" -> settings;
                case "getProperty" -> properties.get(arguments[0]);
                case "setProperty" -> {
                    properties.put((String) arguments[0], arguments[1]);
                    yield null;
                }
                default -> throw new UnsupportedOperationException(called.toString());
            };
        });
    }

    ClientResponseContext response() {
        return fake(ClientResponseContext.class, (proxy, called, arguments) -> {
            return switch (called.getName()) {
                case "getStatus" -> status;
                case "getHeaders" -> responseHeaders;
                case "getHeaderString" -> responseHeaders.getFirst((String) arguments[0]);
                case "getEntityStream" -> hasResponseBody ? responseBody : null;
                case "getLength" ->
                    Integer.parseInt(Objects.requireNonNullElse(responseHeaders.getFirst("Content-Length"), "-1"));
                case "setEntityStream" -> {
                    responseBody = (InputStream) arguments[0];
                    hasResponseBody = true;
                    yield null;
                }
                default -> throw new UnsupportedOperationException(called.toString());
            };
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
