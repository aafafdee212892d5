package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address names one book or is refused, and no message repeats a password. */
class BookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:s3cret@my_db:15432/t",
                "postgresql://me:s3cret@one,two:15432/t",
                "postgresql://me:s3cret@127.0.0.1:99999/t",
                "postgresql://me:s3cret@127.0.0.1:+5432/t",
                "postgresql://me:s3cret@/t",
                "postgresql://me:s3cret@host",
                "postgresql://me:s3cret@host/t/u",
                "postgresql://me:s3/cret@host/t",
                "postgresql://me:s3cret@host/t?nosuch=s3cret",
                "postgresql://me:s3cret@host/t#s3cret",
                "postgresql:/me:s3cret@host/t",
                "jdbc:postgresql://me:s3cret@host/t",
                "postgresq://me:s3cret@host/t",
                "mysql://me:s3cret@host/t",
                "https://me:s3cret@host/t"
            })
    void anythingElseIsRefusedWithoutItsPassword(String address) {
        assertThatThrownBy(() -> BookAddress.parse(address))
                .as(address)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret")
                .hasMessageEndingWith(".");
    }

    @Test
    void anAddressIsReadWhateverIsAroundIt() {
        assertThat(BookAddress.parse(" postgresql://me:s3cret@host/t\n")).hasToString("postgresql://host:5432/t");
        assertThat(BookAddress.parse("POSTGRES://me:s3cret@[::1]:99/t")).hasToString("postgresql://[::1]:99/t");
    }

    @Test
    void anyOtherTextIsTheNameOfAFile() {
        for (String name : new String[] {"book.db", " b", "a:b", "../x y.db"}) {
            assertThat(BookAddress.parse(name)).isEqualTo(new BookAddress.InFile(Path.of(name)));
        }
    }
}
