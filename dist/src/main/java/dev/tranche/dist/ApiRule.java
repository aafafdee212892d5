package dev.tranche.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Refuses a version of core that the changes of its public types do not allow (semver.org): what breaks programs needs
 * a new first number, what is added a new second one. While the first number is 0, each rule applies one number further
 * right.
 *
 * <p>It uses the JDK alone, so that the build runs it from its source.
 */
public final class ApiRule {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:[-+].*)?");

    private ApiRule() {}

    /**
     * Writes the verdict beside the report, into {@code verdict.txt}, and ends the program with status 1 if the version
     * is refused. Arguments: the earlier jar of core; the version of the project; the report of japicmp in XML.
     */
    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[2]);
        Version before = versionOf(Path.of(arguments[0]));
        Verdict verdict = judge(before, Version.of(arguments[1]), read(report));
        Files.writeString(report.resolveSibling("verdict.txt"), verdict.words() + "\n");
        if (verdict.isRefused()) {
            System.err.println(verdict.words());
            System.exit(1);
        }
    }

    /**
     * Three numbers of a version, each at least 0; what follows a hyphen or plus sign does not matter here.
     *
     * @param first of a version 1.2.3, the 1
     * @param second the 2
     * @param third the 3
     */
    record Version(int first, int second, int third) implements Comparable<Version> {

        /** Reads a version such as {@code 1.2.3} or {@code 1.2.3-SNAPSHOT}; throws {@link IOException} for others. */
        static Version of(String text) throws IOException {
            Matcher numbers = VERSION.matcher(text);
            if (!numbers.matches()) {
                throw new IOException("'" + text + "' is not a version of three numbers, such as 1.2.3");
            }
            return new Version(
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    Integer.parseInt(numbers.group(3)));
        }

        /** Returns the least version that may break programs written for this one. */
        Version breaking() {
            return first == 0 ? new Version(0, second + 1, 0) : new Version(first + 1, 0, 0);
        }

        /** Returns the least version that may add to this one. */
        Version adding() {
            return first == 0 ? new Version(0, second, third + 1) : new Version(first, second + 1, 0);
        }

        @Override
        public int compareTo(Version other) {
            int order = Integer.compare(first, other.first);
            order = order == 0 ? Integer.compare(second, other.second) : order;
            return order == 0 ? Integer.compare(third, other.third) : order;
        }

        @Override
        public String toString() {
            return first + "." + second + "." + third;
        }
    }

    /**
     * What differs between two jars.
     *
     * @param broken names of public types with which a program may no longer run or compile
     * @param changed names of the other public types that differ
     */
    record Differences(List<String> broken, List<String> changed) {

        /** Copies the lists. */
        Differences {
            broken = List.copyOf(broken);
            changed = List.copyOf(changed);
        }
    }

    /**
     * What follows for a version.
     *
     * @param isRefused is the version too low for the changes?
     * @param words the reason, for people
     */
    record Verdict(boolean isRefused, String words) {}

    /** Returns whether a version may follow an earlier one with these differences. */
    static Verdict judge(Version before, Version now, Differences found) {
        List<String> named = found.broken().isEmpty() ? found.changed() : found.broken();
        Version least =
                !found.broken().isEmpty() ? before.breaking() : !found.changed().isEmpty() ? before.adding() : before;
        String what = named.isEmpty()
                ? "No public type of core differs from " + before
                : named.size()
                        + (named.size() == 1 ? " public type of core " : " public types of core ")
                        + (found.broken().isEmpty() ? "added or extended since " : "not compatible with ")
                        + before;
        String types = named.isEmpty() ? "" : ": " + String.join(", ", named);
        return now.compareTo(least) < 0
                ? new Verdict(
                        true,
                        what + types + ".\nThe version is " + now + "; these changes need " + least
                                + " or later (semver.org). Change the version in all pom.xml, or undo the changes.")
                : new Verdict(false, what + "; version " + now + " may follow.");
    }

    /** Returns the version that the manifest of a jar states. */
    static Version versionOf(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            Manifest manifest = open.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            if (version == null) {
                throw new IOException(jar + " does not state its version; it is not a jar of core");
            }
            return Version.of(version);
        }
    }

    /** Reads a report of japicmp, which lists the types that differ. */
    static Differences read(Path report) throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        NodeList types = types(report);
        for (int i = 0; i < types.getLength(); i++) {
            Element type = (Element) types.item(i);
            boolean isKept = isTrue(type, "binaryCompatible") && isTrue(type, "sourceCompatible");
            if (!isKept) {
                broken.add(type.getAttribute("fullyQualifiedName"));
            } else if (!type.getAttribute("changeStatus").equals("UNCHANGED")) {
                changed.add(type.getAttribute("fullyQualifiedName"));
            }
        }
        return new Differences(broken, changed);
    }

    private static boolean isTrue(Element type, String attribute) {
        return type.getAttribute(attribute).equals("true");
    }

    private static NodeList types(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The message goes into the exception, and not also to standard error.
            builder.setErrorHandler(null);
            return builder.parse(report.toFile()).getElementsByTagName("class");
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(report + " is not a report of japicmp: " + unreadable.getMessage(), unreadable);
        }
    }
}
