package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item that its agency cancels: the book no longer counts it. */
class WithdrawnItemTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String ledgerAfter(String status) throws IOException {
        Path item = Files.writeString(folder.resolve(status + ".xml"), """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:quay:1">
            <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2023-03-07T08:15:00Z</versionCreated>
            <pubStatus qcode="stat:%s"/></itemMeta>
            <contentMeta><headline>Aid for Ukraine</headline><language tag="en"/></contentMeta>
            <contentSet><inlineXML><html><body><p>Norway will give Ukraine $5 million in military aid, the government
            in Oslo said on Monday.</p></body></html></inlineXML></contentSet></newsItem>
            """.formatted(status));
        String book = folder.resolve("book.db").toString();
        assertThat(Call.of("add", "--book", book, item.toString()).status()).isZero();
        return Call.of("ledger", "--book", book).out();
    }

    @Test
    void aCanceledItemIsWithdrawn() throws IOException {
        assertThat(ledgerAfter("usable")).contains("$5 million");
        assertThat(ledgerAfter("canceled")).startsWith("0 entries");
    }
}
