package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureDifferenceTest {
    private static final String HERE = "HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /api/v2/tx?st=2024-10-10T00:00:00";

    @Test
    void pointsAtTheFirstCharacterThatDiffers() {
        String there = HERE.replace("st=2024-10-10T00:", "st=2024-10-10T00%3A");

        String sentence = SignatureOrigin.difference(
                HERE, "{\"code\":401,\"data\":{\"signature_origin\":\"" + there + "\"},\"result\":false}");

        assertThat(sentence)
                .contains("the client signed <" + HERE + ">", "Aurpay signed <" + there + ">")
                .contains("from character 69 on: client <:00:00>, Aurpay <%3A00:00>");
    }

    @Test
    void sameTextOnBothSidesMeansAnotherSecretKey() {
        assertThat(SignatureOrigin.difference(HERE, "{\"message\":\"" + HERE + "\"}"))
                .contains("both sides signed <" + HERE + ">")
                .contains("secret key");
    }

    @Test
    void showsAResponseWithoutASignatureOriginAsItIs() {
        assertThat(SignatureOrigin.difference(HERE, "{\"code\":401,\"message\":\"no\"}"))
                .contains(HERE)
                .contains("{\"code\":401,\"message\":\"no\"}");
    }

    @Test
    void shorterTextDiffersAtItsEnd() {
        assertThat(SignatureOrigin.difference(HERE, "\"" + HERE.substring(0, 40) + "\""))
                .contains("from character 41 on")
                .endsWith("Aurpay <>");
    }

    @Test
    void longerTextDiffersAtTheEndOfOurs() {
        assertThat(SignatureOrigin.difference(HERE, "\"" + HERE + "&page=1\""))
                .contains("from character " + (HERE.length() + 1) + " on: client <>")
                .endsWith("Aurpay <&page=1>");
    }

    @Test
    void findsTheTextAtTheStartOfTheResponse() {
        assertThat(SignatureOrigin.difference(HERE, HERE + "\"")).contains("both sides signed");
    }

    @Test
    void showsAResponseThatEndsWithinTheTextAsItIs() {
        assertThat(SignatureOrigin.difference(HERE, "{\"signature_origin\":\"" + HERE))
                .contains("the response was <{\"signature_origin\"");
    }
}
