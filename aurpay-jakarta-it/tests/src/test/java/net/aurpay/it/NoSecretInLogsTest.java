package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoSecretInLogsTest {
    private static final List<String> SECRETS = List.of("secret-key-1", "secret-key-12/+=", "other");

    @ParameterizedTest
    @CsvSource({
        "secret-key-1, true",
        "a line with other, true",
        "xsecret-key-12/+=x, true",
        "otheother, true",
        "secret-key-, false",
        "othe, false",
        "'', false"
    })
    void findsASecretAnywhereInALog(String log, boolean found) {
        assertThat(NoSecretInLogs.containsAny(log, SECRETS)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"any log", "''"})
    void findsNothingWhereThereIsNoSecret(String log) {
        assertThat(NoSecretInLogs.containsAny(log, List.of())).isFalse();
    }
}
