package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.QueryParameters;
import org.junit.jupiter.api.Test;

/** {@link CallbackEndpointTest} checks that each response of the endpoint is in the document. */
class CallbacksDocumentTest {
    @Test
    void hasEachKindOfCallbackWithAndWithoutAnAccount() {
        assertThat(CallbacksDocument.paths())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CallbackKind.values())
                        .flatMap(kind -> Stream.of(kind.path(), "/{account}" + kind.path()))
                        .toList());
    }

    @Test
    void hasTheParametersAndHeadersThatAreVerified() {
        List<String> headers = Stream.concat(
                        Stream.of("Date"),
                        Arrays.stream(AuthenticationFactor.values()).map(AuthenticationFactor::header))
                .toList();
        for (String path : CallbacksDocument.paths()) {
            assertThat(CallbacksDocument.parameters(path, "query"))
                    .containsExactly(QueryParameters.REFERENCE, QueryParameters.PAYMENT);
            assertThat(CallbacksDocument.parameters(path, "header")).containsExactlyInAnyOrderElementsOf(headers);
            assertThat(CallbacksDocument.parameters(path, "path")).hasSize(path.startsWith("/{account}") ? 1 : 0);
        }
    }

    @Test
    void hasTheSameResponsesEverywhere() {
        for (String path : CallbacksDocument.paths()) {
            for (String method : List.of("get", "post")) {
                assertThat(CallbacksDocument.statuses(path, method))
                        .containsExactlyInAnyOrder(200, 401, 404, 405, 409, 500, 503);
            }
        }
    }
}
