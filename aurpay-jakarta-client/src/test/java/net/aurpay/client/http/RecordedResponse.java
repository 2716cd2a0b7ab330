package net.aurpay.client.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.TestData;
import net.aurpay.client.WalletClient;

/**
 * A response in the official collection.
 *
 * @param method the method of the client whose call got this response
 */
record RecordedResponse(String name, Method method, String body) {
    /**
     * Returns each distinct response. The collection records most responses twice, once for each way to authenticate.
     */
    static List<RecordedResponse> all() {
        return items(TestData.json("aurpay-postman-collection.json")).distinct().toList();
    }

    static List<RecordedResponse> succeeded() {
        return all().stream()
                .filter(response -> response.body.contains("\"code\": 0"))
                .toList();
    }

    /** Finds a method of one of the four interfaces by its name. */
    static Method method(Class<?> client, String name) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<RecordedResponse> items(JsonObject item) {
        if (item.containsKey("item")) {
            return item.getJsonArray("item").getValuesAs(JsonObject.class).stream()
                    .flatMap(RecordedResponse::items);
        }
        Method method = method(item.getJsonObject("request"));
        return item.getJsonArray("response").getValuesAs(JsonObject.class).stream()
                .map(response -> new RecordedResponse(
                        method.getName() + " " + response.getString("name"), method, response.getString("body")));
    }

    private static Method method(JsonObject request) {
        String text = request.get("url") instanceof JsonString url
                ? url.getString()
                : request.getJsonObject("url").getString("raw");
        String path = text.replace("https://dashboard.aurpay.net", "")
                .replaceFirst("\\?.*", "")
                .replace(":order_id", "{order_id}");
        return Stream.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class)
                .flatMap(client -> Arrays.stream(client.getMethods()))
                .filter(method -> path.equals(path(method)) && verb(method).equals(request.getString("method")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method for " + path));
    }

    private static String path(Method method) {
        return method.getDeclaringClass().getAnnotation(Path.class).value()
                + method.getAnnotation(Path.class).value();
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Override
    public String toString() {
        return name;
    }
}
