package dev.tranche.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Refuses a bill of materials (CycloneDX, XML) that names a library without a licence from the list. */
final class LicenceCheck {
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "PostgreSQL",
            "Unicode-3.0",
            "UPL-1.0");

    private LicenceCheck() {}

    /** Checks the file named by the only argument; exits with 1 when a library is refused or none is listed. */
    public static void main(String[] args) throws IOException, SAXException, ParserConfigurationException {
        List<String> refused = refused(Path.of(args[0]));
        refused.forEach(System.err::println);
        System.exit(refused.isEmpty() ? 0 : 1);
    }

    /** One line for each library whose licences are all outside the list. Of several licences one suffices. */
    static List<String> refused(Path bill) throws IOException, SAXException, ParserConfigurationException {
        Element root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(bill.toFile())
                .getDocumentElement();
        List<Element> libraries = children(root, "components").stream()
                .flatMap(all -> children(all, "component").stream())
                .toList();
        if (libraries.isEmpty()) {
            return List.of(bill + ": lists no library, so that nothing was checked");
        }
        List<String> lines = new ArrayList<>();
        for (Element library : libraries) {
            List<String> licences = licences(library);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                lines.add(bill + ": " + text(library, "purl") + " has the licence " + licences
                        + ", which is not on the list in LicenceCheck.java");
            }
        }
        return lines;
    }

    private static List<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(tag))
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> licences(Element library) {
        NodeList licences = library.getElementsByTagName("license");
        return IntStream.range(0, licences.getLength())
                .mapToObj(i -> (Element) licences.item(i))
                .map(licence -> text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"))
                .toList();
    }

    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
