package dev.tranche.naming;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.Folding;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the names of a report: its persons first, then bodies and places in the order of their first mention. */
public final class NameList {

    private static final Map<String, String> CAPITALS = capitals();

    private NameList() {}

    /** Returns the names of a text whose persons are known. */
    public static List<Name> of(MarkedText text, Cast cast) {
        List<Name> names = new ArrayList<>();
        for (Person person : cast.persons()) {
            if (!person.spans().isEmpty()) {
                names.add(new Name(
                        NameKind.PERSON,
                        person.id(),
                        person.name(),
                        person.office(),
                        Optional.of(person.country()).filter(code -> !code.isEmpty()),
                        others(person.spellings(), person.name()),
                        person.spans()));
            }
        }
        Map<String, Gathered> rest = new LinkedHashMap<>();
        Tokens tokens = text.tokens();
        for (ActorMention actor : text.actors()) {
            if (actor.form() == ActorForm.PERSON
                    || actor.form() == ActorForm.ADJECTIVE
                    || actor.form() == ActorForm.DEMONYM) {
                continue;
            }
            Span span = tokens.span(actor.start(), actor.end() - 1);
            String written = tokens.text().substring(span.start(), span.end());
            String shown = actor.form() == ActorForm.CAPITAL ? capital(actor, written) : actor.name();
            NameKind kind = actor.form() == ActorForm.BODY ? NameKind.BODY : NameKind.PLACE;
            rest.computeIfAbsent(kind + shown, absent -> new Gathered(kind, shown, actor.code()))
                    .add(written, span);
        }
        rest.values().forEach(each -> names.add(each.name()));
        return List.copyOf(names);
    }

    private static List<String> others(List<String> spellings, String shown) {
        return spellings.stream().filter(each -> !each.equals(shown)).toList();
    }

    private static String capital(ActorMention actor, String written) {
        return CAPITALS.getOrDefault(actor.code() + key(written), written);
    }

    private static String key(String name) {
        return Long.toHexString(Folding.hash(name));
    }

    /** The first spelling of a capital represents those that begin with the same letter; others are other towns. */
    private static Map<String, String> capitals() {
        Map<String, String> capitals = new HashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("states.csv").rows()) {
            List<String> towns = row.alternatives("capitals");
            for (String town : towns) {
                String first = towns.stream()
                        .filter(each -> Folding.fold(each.charAt(0)) == Folding.fold(town.charAt(0)))
                        .findFirst()
                        .orElse(town);
                capitals.put(row.field("code") + key(town), first);
            }
        }
        return Map.copyOf(capitals);
    }

    private static final class Gathered {

        private final NameKind kind;
        private final String shown;
        private final String code;
        private final Set<String> spellings = new LinkedHashSet<>();
        private final List<Span> spans = new ArrayList<>();

        Gathered(NameKind kind, String shown, String code) {
            this.kind = kind;
            this.shown = shown;
            this.code = code;
        }

        void add(String written, Span span) {
            spellings.add(written);
            spans.add(span);
        }

        Name name() {
            return new Name(
                    kind,
                    PersonBook.slug(shown),
                    shown,
                    "",
                    Optional.of(code).filter(c -> !c.isEmpty()),
                    others(List.copyOf(spellings), shown),
                    spans);
        }
    }
}
