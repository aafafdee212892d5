package dev.tranche.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One sentence of a treebank in CoNLL-U: its text and its words with their relations.
 *
 * @param text the text as the file states it
 * @param words the words in order
 */
public record TreeSentence(String text, List<TreeWord> words) {

    private static final String TEXT = "# text = ";
    private static final int COLUMNS = 10;

    /** Copies the words. */
    public TreeSentence {
        words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param id its number in the sentence, from 1
     * @param start where it starts in the text
     * @param end where it ends in the text
     * @param lemma base form
     * @param type universal part of speech
     * @param features morphological features as written
     * @param head number of the word it depends on, 0 for the root
     * @param relation how it depends on it
     * @param edges relations of the enhanced graph by the number of the head; the basic one if the file has none
     */
    public record TreeWord(
            int id,
            int start,
            int end,
            String lemma,
            String type,
            String features,
            int head,
            String relation,
            Map<Integer, String> edges) {

        /** Copies the edges. */
        public TreeWord {
            edges = Map.copyOf(edges);
        }

        /** Is the basic relation this one or a subtype of it? */
        public boolean isRelation(String name) {
            return relation.equals(name) || relation.startsWith(name + ":");
        }
    }

    /**
     * Reads all sentences of a file.
     *
     * @param file the file's text; throws {@link IllegalArgumentException} naming the line if it is not CoNLL-U
     */
    public static List<TreeSentence> parse(String file) {
        List<TreeSentence> sentences = new ArrayList<>();
        Draft draft = new Draft();
        int number = 0;
        for (String line : file.lines().toList()) {
            number++;
            if (line.isEmpty()) {
                draft.addTo(sentences);
                draft = new Draft();
            } else if (line.startsWith(TEXT)) {
                draft.text = line.substring(TEXT.length());
            } else if (!line.startsWith("#")) {
                draft.add(line, number);
            }
        }
        draft.addTo(sentences);
        return sentences;
    }

    private static final class Draft {

        private String text = "";
        private final List<TreeWord> words = new ArrayList<>();
        private int at;

        void add(String line, int number) {
            String[] fields = line.split("\t", -1);
            if (fields.length != COLUMNS) {
                throw new IllegalArgumentException(
                        "line " + number + ": a CoNLL-U word has 10 columns, but this line has " + fields.length
                                + "; give a file of a treebank in that format.");
            }
            if (fields[0].contains("-") || fields[0].contains(".")) {
                return;
            }
            int start = text.indexOf(fields[1], at);
            if (start < 0 || start > at + 3) {
                start = at;
            } else {
                at = start + fields[1].length();
            }
            Map<Integer, String> edges = new HashMap<>();
            if (!fields[8].equals("_")) {
                for (String edge : fields[8].split("\\|")) {
                    int colon = edge.indexOf(':');
                    if (!edge.substring(0, colon).contains(".")) {
                        edges.put(Integer.valueOf(edge.substring(0, colon)), edge.substring(colon + 1));
                    }
                }
            }
            int head = Integer.parseInt(fields[6]);
            if (edges.isEmpty()) {
                edges.put(head, fields[7]);
            }
            words.add(new TreeWord(
                    Integer.parseInt(fields[0]),
                    start,
                    Math.max(start + 1, at),
                    fields[2],
                    fields[3],
                    fields[5],
                    head,
                    fields[7],
                    edges));
        }

        void addTo(List<TreeSentence> sentences) {
            if (!words.isEmpty()) {
                sentences.add(new TreeSentence(text, words));
            }
        }
    }
}
