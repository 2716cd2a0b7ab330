package net.aurpay.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountKeyTest {
    @ParameterizedTest
    @CsvSource({"'', (unnamed)", "north, north", "North, ^north", "aB-9_Z, a^b-9_^z"})
    void storesANameSoThatADatabaseWithoutCaseTellsItFromOthers(String name, String stored) {
        assertThat(AccountKey.stored(name)).isEqualTo(stored);
        assertThat(AccountKey.name(stored)).isEqualTo(name);
    }

    @Test
    void keysOfTheUnnamedAccountDependOnTheTextAlone() {
        assertThat(AccountKey.of("", "abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void noTwoAccountsShareAKey() {
        assertThat(List.of(
                        AccountKey.of("", "northA1"),
                        AccountKey.of("", "north\nA1"),
                        AccountKey.of("north", "A1"),
                        AccountKey.of("North", "A1"),
                        AccountKey.of("nort", "hA1"),
                        AccountKey.of("n", "orth\nA1")))
                .doesNotHaveDuplicates();
    }
}
