package dev.tranche.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every Java source is formatted. {@code ./format} or {@code -Dformat=write} formats it. */
class FormatTest {
    @Test
    void everySourceIsFormatted() throws IOException {
        List<Path> files = Sources.java(Sources.root());
        assertThat(files).as("sources found").isNotEmpty();
        boolean write = "write".equals(System.getProperty("format"));
        List<String> off = Format.apply(files, write);
        if (write) {
            assertThat(off).as("sources that cannot be parsed").noneMatch(line -> line.contains(": "));
            return;
        }
        assertThat(off).as("sources whose format is off; run ./format").isEmpty();
    }
}
