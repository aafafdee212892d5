package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageEncoding;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** An EPUB book: its chapters in reading order. */
final class Book {

    private static final int MOST_CHARACTERS = 32 << 20;

    private Book() {}

    static BlockText read(OfficeFile.Parts parts) throws IOException {
        BlockText text = new BlockText();
        String place = place(parts);
        Document list = Parser.xmlParser().parseInput(PageEncoding.decode(parts.part(place), Optional.empty()), "");
        Map<String, String> files = new HashMap<>();
        for (Element item : list.getElementsByTag("item")) {
            files.put(item.attr("id"), item.attr("href"));
        }
        String folder = place.contains("/") ? place.substring(0, place.lastIndexOf('/') + 1) : "";
        Set<String> read = new HashSet<>();
        for (Element entry : list.getElementsByTag("itemref")) {
            String file = files.getOrDefault(entry.attr("idref"), "");
            if (text.length() > MOST_CHARACTERS) {
                throw new IOException("it has more than " + (MOST_CHARACTERS >> 20) + " million characters");
            }
            if (!file.isEmpty() && read.add(file)) {
                String name = folder + URLDecoder.decode(file.replace("+", "%2B"), StandardCharsets.UTF_8);
                Page.addFragment(PageEncoding.decode(parts.part(name), Optional.empty()), text);
            }
        }
        return text;
    }

    static Map<String, String> properties(OfficeFile.Parts parts) throws IOException, XMLStreamException {
        return WordText.properties(parts.part(place(parts)));
    }

    private static String place(OfficeFile.Parts parts) throws IOException {
        String xml = new String(parts.part("META-INF/container.xml"), StandardCharsets.UTF_8);
        Element root = Parser.xmlParser().parseInput(xml, "").selectFirst("rootfile[full-path]");
        return root == null ? "content.opf" : root.attr("full-path");
    }
}
