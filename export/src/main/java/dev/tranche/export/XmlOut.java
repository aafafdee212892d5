package dev.tranche.export;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML element by element, each on its own line; names are trusted, texts are escaped. */
final class XmlOut implements Closeable {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    XmlOut(OutputStream to) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element; attributes are names and values alternately; those without a value are left out. */
    void begin(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write(">\n");
        open.push(name);
    }

    /** Ends the element begun last. */
    void end() throws IOException {
        String name = open.pop();
        indent();
        out.write("</" + name + ">\n");
    }

    /** Writes an element without content. */
    void empty(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write("/>\n");
    }

    /** Writes an element that holds text. */
    void text(String name, String text, String... attributes) throws IOException {
        tag(name, attributes);
        out.write(">" + Xml.text(text) + "</" + name + ">\n");
    }

    /** Writes a comment; double hyphens, which would end it, are separated. */
    void comment(String words) throws IOException {
        indent();
        out.write("<!-- " + Characters.forXml(words).replace("--", "- -") + " -->\n");
    }

    private void tag(String name, String... attributes) throws IOException {
        indent();
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.write(" " + attributes[i] + "=\"" + Xml.text(attributes[i + 1]) + "\"");
            }
        }
    }

    private void indent() throws IOException {
        out.write("  ".repeat(open.size()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
