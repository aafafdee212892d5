package dev.tranche.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondReaderAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,http://localhost:8080/v1/chat/completions",
        "http://127.0.0.1:11434/v1/,http://127.0.0.1:11434/v1/chat/completions",
        "https://[::1]:9/models,https://[::1]:9/models/v1/chat/completions",
    })
    void theInterfaceLiesBelowTheAddress(String given, String asked) {
        assertThat(SecondReaderAddress.parse(given, false)).hasToString(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://localhost",
                "file:///etc/passwd",
                "http://",
                "http://a b",
                "",
                "http://user:secret@localhost:1",
                "http://localhost:1/?q=1"
            })
    void whatIsNoPlainWebAddressIsRefused(String given) {
        assertThatThrownBy(() -> SecondReaderAddress.parse(given, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://models.example:8080",
                "http://192.0.2.7",
                "http://localhost.example",
                "http://[2001:db8::1]/"
            })
    void anotherMachineNeedsTheWord(String given) {
        assertThatThrownBy(() -> SecondReaderAddress.parse(given, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--beyond-this-machine");
        assertThat(SecondReaderAddress.parse(given, true).toString()).startsWith("http://");
    }

    @Test
    void theWholeOfTheLoopbackNetworkIsThisMachine() {
        assertThat(SecondReaderAddress.parse("http://127.9.9.9:1", false).toString())
                .contains("127.9.9.9");
    }
}
