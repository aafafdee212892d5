package dev.tranche.spec;

import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Oblique;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Clauses as lines of a spec page: the verb, then what is not plain, in a fixed order.
 *
 * <p>{@code send | of refuse | passive | not | future | said by say | subject = Kyiv | object = tanks | to = … | by =
 * …}. A clause that depends on another names its verb and the relation: {@code of} for a complement, else the link.
 */
public final class ClauseLines {

    private final Tokens tokens;
    private final Clauses clauses;

    private ClauseLines(Tokens tokens, Clauses clauses) {
        this.tokens = tokens;
        this.clauses = clauses;
    }

    /** Returns the clauses of all sentences, one per line. */
    public static List<String> of(MarkedText text) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < text.sentences().size(); i++) {
            Clauses clauses = Clauses.of(text, i);
            ClauseLines writer = new ClauseLines(text.tokens(), clauses);
            clauses.all().forEach(clause -> lines.add(writer.line(clause)));
        }
        return lines;
    }

    private String line(Clause clause) {
        StringBuilder line = new StringBuilder(verb(clause));
        if (clause.parent() >= 0) {
            String link = clause.link() == Link.COMPLEMENT
                    ? "of"
                    : clause.link().name().toLowerCase(Locale.ROOT) + " of";
            add(line, link + " " + verb(clauses.all().get(clause.parent())));
        }
        if (clause.passive()) {
            add(line, "passive");
        }
        if (clause.negative()) {
            add(line, "not");
        }
        if (clause.modality() != Modality.REAL) {
            add(line, clause.modality().name().toLowerCase(Locale.ROOT));
        }
        if (clause.speech() >= 0) {
            Clause source = clauses.all().get(clause.speech());
            add(line, "said by " + (source.verb() < 0 ? groups(source.subjects()) : verb(source)));
        }
        if (!clause.subjects().isEmpty()) {
            add(line, "subject = " + groups(clause.subjects()));
        }
        if (!clause.objects().isEmpty()) {
            add(line, "object = " + groups(clause.objects()));
        }
        for (Oblique oblique : clause.obliques()) {
            add(line, tokens.string(oblique.preposition()).toLowerCase(Locale.ROOT) + " = " + group(oblique.group()));
        }
        if (!clause.agents().isEmpty()) {
            add(line, "by = " + groups(clause.agents()));
        }
        return line.toString();
    }

    private static String verb(Clause clause) {
        return clause.lemma().isEmpty() ? "-" : clause.lemma();
    }

    private static void add(StringBuilder line, String part) {
        line.append(" | ").append(part);
    }

    private String groups(List<Integer> indices) {
        return String.join("; ", indices.stream().map(this::group).toList());
    }

    private String group(int index) {
        NounGroup group = clauses.groups().get(index);
        return tokens.text().substring(tokens.start(group.start()), tokens.end(group.end() - 1));
    }
}
