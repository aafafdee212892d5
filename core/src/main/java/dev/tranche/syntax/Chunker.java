package dev.tranche.syntax;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Words;
import java.util.ArrayList;
import java.util.List;

/** Joins the words of a sentence into noun groups, verb groups and the words between them. */
final class Chunker {

    /** "The day Biden signed": a clause follows these nouns, not the rest of a name. */
    private static final Words MOMENT = Words.of("day week month year hour moment morning night");

    private final Atoms atoms;
    private final VerbChunker verbs;
    final List<Group> groups = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();

    Chunker(Atoms atoms) {
        this.atoms = atoms;
        this.verbs = new VerbChunker(atoms);
    }

    void run() {
        int at = 0;
        while (at < atoms.size) {
            at = unit(at);
        }
    }

    private int unit(int at) {
        int end = startsGroup(at) ? groupEnd(at) : at;
        if (end > at) {
            return group(at, end);
        }
        return switch (atoms.tag[at]) {
            case PREP -> preposition(at);
            case SUB -> add(Unit.Kind.SUB, at);
            case WH -> add(Unit.Kind.WH, at);
            case AND -> add(Unit.Kind.AND, at);
            case COMMA -> add(Unit.Kind.COMMA, at);
            case STOP -> add(Unit.Kind.STOP, at);
            case TO, BE, HAVE, DO, MODAL, BASE, VS, PAST, PART, ING -> verb(at, -1);
            default -> add(Unit.Kind.OTHER, at);
        };
    }

    private int add(Unit.Kind kind, int at) {
        units.add(new Unit(kind, at, at + 1, null, null));
        return at + 1;
    }

    private int preposition(int at) {
        int next = at + 1;
        while (next < atoms.size && (atoms.is(next, WordClass.PREP) || atoms.tag[next].isAdverb())) {
            next++;
        }
        if (next >= atoms.size) {
            return add(Unit.Kind.PREP, at);
        }
        if (startsGroup(next) || startsGroup(at + 1)) {
            int from = startsGroup(at + 1) ? at + 1 : next;
            int end = groupEnd(from);
            if (end > from) {
                int after = group(from, end);
                prepositionOf().preposition = from == next && next > at + 1 ? lastPreposition(at, next) : at;
                return after;
            }
        }
        if (atoms.is(next, WordClass.ING)) {
            return verb(next, at);
        }
        return add(Unit.Kind.PREP, at);
    }

    private int lastPreposition(int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if (atoms.is(i, WordClass.PREP)) {
                return i;
            }
        }
        return from;
    }

    /** The group that takes the preposition: the last in a chain of genitives. */
    private Group prepositionOf() {
        return groups.get(groups.size() - 1);
    }

    private int verb(int at, int preposition) {
        VerbGroup group = verbs.read(at);
        if (group == null) {
            return add(Unit.Kind.OTHER, at);
        }
        group.preposition = preposition;
        units.add(new Unit(Unit.Kind.VERB, at, group.end, null, group));
        return group.end;
    }

    private int group(int start, int end) {
        int possessor = -1;
        int from = start;
        int stop = end;
        while (true) {
            int head = head(from, stop);
            Group group = new Group(groups.size(), from, stop, head);
            group.possessor = possessor;
            group.pronoun = atoms.is(head, WordClass.PRON);
            group.there = atoms.is(head, WordClass.THERE);
            group.time = atoms.lemma[head].equals("time");
            groups.add(group);
            if (atoms.is(stop, WordClass.GEN) && stop + 1 < atoms.size && startsAfterGenitive(stop + 1)) {
                int next = groupEnd(stop + 1);
                if (next > stop + 1) {
                    possessor = group.index;
                    group.time = false;
                    group.noun = groups.size();
                    from = stop + 1;
                    stop = next;
                    continue;
                }
            }
            group.time &= possessor < 0;
            units.add(new Unit(Unit.Kind.GROUP, start, stop, group, null));
            return atoms.is(stop, WordClass.GEN) ? stop + 1 : stop;
        }
    }

    private boolean startsAfterGenitive(int at) {
        WordClass type = atoms.tag[at];
        return type.isNominal()
                || type == WordClass.ADJ
                || type == WordClass.NUM
                || type == WordClass.ADV
                || type == WordClass.ING
                || type == WordClass.PART;
    }

    private boolean startsGroup(int at) {
        if (at >= atoms.size) {
            return false;
        }
        return switch (atoms.tag[at]) {
            case DET -> !isOpening(at);
            case NOUN, PLURAL, NAME, PRON, NUM, ADJ, THERE -> true;
            case ADV ->
                at + 1 < atoms.size
                        && (atoms.is(at + 1, WordClass.NUM)
                                || atoms.is(at + 1, WordClass.ADJ)
                                || atoms.is(at + 1, WordClass.DET)
                                        && atoms.tag[at].equals(WordClass.ADV)
                                        && numberAfter(at + 1));
            case PART, PAST, ING -> adjectival(at);
            default -> false;
        };
    }

    /** "All together, Norway has given": no subject. */
    private boolean isOpening(int at) {
        return at == 0 && atoms.is(1, WordClass.ADV) && atoms.is(2, WordClass.COMMA);
    }

    private boolean numberAfter(int at) {
        return atoms.is(at + 1, WordClass.NUM);
    }

    /** A participle directly before a noun that nothing else could govern: "frozen assets". */
    private boolean adjectival(int at) {
        int noun = at + 1;
        while (noun < atoms.size && atoms.is(noun, WordClass.ADJ)) {
            noun++;
        }
        if (noun >= atoms.size || !atoms.tag[noun].isNominal() || atoms.actor[noun] != null) {
            return false;
        }
        int left = at - 1;
        while (left >= 0 && atoms.tag[left].isAdverb()) {
            left--;
        }
        WordClass before = left < 0 ? WordClass.STOP : atoms.tag[left];
        if (left < at - 1 || noun > at + 1) {
            // With more words between, only nouns that nothing else can govern are certain: "in urgently needed
            // humanitarian aid".
            return atoms.isParticiple(at) && before == WordClass.PREP;
        }
        if (before == WordClass.DET || before == WordClass.GEN) {
            return true;
        }
        if (atoms.is(at, WordClass.ING)
                && before != WordClass.BE
                && !before.isNominal()
                && atoms.language.is(atoms.lemma[at], VerbClass.INTRANSITIVE)) {
            return true;
        }
        if (atoms.is(at, WordClass.ING)
                && (before == WordClass.BASE
                        || before == WordClass.VS
                        || before == WordClass.PAST
                        || before == WordClass.ING)) {
            return !atoms.language.is(atoms.lemma[at - 1], VerbClass.GERUND);
        }
        return atoms.isParticiple(at)
                && (before == WordClass.PREP
                        || before == WordClass.BASE
                        || before == WordClass.VS
                        || before == WordClass.PAST
                        || before == WordClass.ING
                        || before == WordClass.ADJ
                        || at == 0);
    }

    /** Returns the end of the noun group that starts at the atom; the atom itself if there is none. */
    private int groupEnd(int first) {
        if (atoms.is(first, WordClass.PRON) || atoms.is(first, WordClass.THERE)) {
            return first + 1;
        }
        int at = first;
        int noun = -1;
        int last = -1;
        while (at < atoms.size && belongs(first, at, noun)) {
            WordClass type = atoms.tag[at];
            if (type.isNominal()) {
                noun = at;
            }
            if (type.isNominal() || type == WordClass.NUM || type == WordClass.DET) {
                last = at;
            }
            if (type == WordClass.ADJ
                    && (atoms.is(first, WordClass.DET) || first > 0 && atoms.is(first - 1, WordClass.GEN))) {
                last = at;
            }
            at++;
        }
        return last < 0 ? first : last + 1;
    }

    private boolean belongs(int first, int at, int noun) {
        boolean open = noun < 0;
        return switch (atoms.tag[at]) {
            case DET ->
                open
                        && (at == first
                                || atoms.is(at - 1, WordClass.DET)
                                || atoms.is(at - 1, WordClass.ADV)
                                || atoms.is(at - 1, WordClass.NUM) && atoms.canBe(at, WordClass.ADV));
            case ADJ ->
                open
                        || atoms.is(noun, WordClass.NAME)
                                && at + 1 < atoms.size
                                && (atoms.tag[at + 1].isNominal() && !atoms.lemma[at + 1].equals("time")
                                        || atoms.is(at + 1, WordClass.ADJ))
                                && !receives(first, at);
            case NUM ->
                open
                        || !atoms.sum[at] && atoms.actor[at - 1] == null && !nominal(at + 1)
                        || nominal(at + 1)
                                && noun == at - 1
                                && atoms.sum[at]
                                && (atoms.is(first, WordClass.DET)
                                        || noun == first && atoms.titleCase && atoms.actor[first] == null);
            case NOUN, PLURAL -> open || noun == at - 1 && joins(first, at) || noun < at - 1;
            case NAME -> open ? !followsNumber(first, at) : noun == at - 1 && joins(first, at) || noun < at - 1;
            case ADV ->
                open
                        && at + 1 < atoms.size
                        && (at == first
                                || !atoms.is(at - 1, WordClass.DET)
                                || atoms.is(at + 1, WordClass.ADJ)
                                || atoms.is(at + 1, WordClass.NUM)
                                || atoms.isParticiple(at + 1));
            case PAST ->
                open
                        && atoms.isParticiple(at)
                        && (nounAhead(at + 1) || atoms.is(at + 1, WordClass.NUM))
                        && (atoms.is(first, WordClass.DET) || adjectival(at));
            case PART, ING ->
                open
                        && (at > first || adjectival(at))
                        && at + 1 < atoms.size
                        && (nominal(at + 1)
                                || atoms.is(at + 1, WordClass.ADJ)
                                || atoms.is(at + 1, WordClass.NUM)
                                || atoms.is(first, WordClass.DET)
                                        && atoms.is(at, WordClass.ING)
                                        && !atoms.is(at + 1, WordClass.DET));
            case AND, COMMA ->
                open
                                && at > first
                                && atoms.is(at - 1, WordClass.ADJ)
                                && atoms.is(at + 1, WordClass.ADJ)
                                && nounAhead(at + 2)
                        || open
                                && at > first
                                && atoms.is(at - 1, WordClass.NUM)
                                && atoms.is(at + 1, WordClass.NUM)
                                && atoms.is(at, WordClass.AND)
                                && !atoms.sum[at - 1]
                                && !atoms.sum[at + 1];
            default -> false;
        };
    }

    /** "In 2024 Norway gave", "the $5 million Norway promised": a state is the subject of what follows. */
    private boolean followsNumber(int first, int at) {
        ActorMention actor = atoms.actor[at];
        return at > first
                && atoms.is(at - 1, WordClass.NUM)
                && actor != null
                && actor.form() == ActorForm.NAME
                && !nominal(at + 1);
    }

    private boolean nounAhead(int at) {
        return nominal(at) || atoms.is(at, WordClass.ADJ) && nominal(at + 1);
    }

    private boolean nominal(int at) {
        return at < atoms.size && atoms.tag[at].isNominal();
    }

    /** Does a noun join the noun directly before it, so that the two are one group? */
    private boolean joins(int first, int at) {
        if (atoms.lemma[at].equals("time") && !atoms.lemma[at - 1].equals("time")) {
            return false;
        }
        if (receives(first, at)) {
            return false;
        }
        ActorMention named = atoms.actor[at];
        ActorMention before = atoms.actor[at - 1];
        if (named != null && MOMENT.at(atoms.tokens, atoms.start[at - 1])) {
            return false;
        }
        boolean state = named != null && (named.form() == ActorForm.NAME || named.form() == ActorForm.CAPITAL);
        if (state && !atoms.is(at - 1, WordClass.NAME)) {
            return false;
        }
        if (state && before != null) {
            return false;
        }
        return !(atoms.is(at - 1, WordClass.PLURAL) && atoms.is(at, WordClass.NAME) && named != null);
    }

    /** Is the first word of the group the recipient of the verb before it: "sends Ukraine | weapons"? */
    private boolean receives(int first, int at) {
        return at == first + 1
                && atoms.actor[first] != null
                && first > 0
                && atoms.tag[first - 1].isVerb()
                && atoms.language.is(atoms.lemma[first - 1], VerbClass.GIVE);
    }

    private int head(int from, int stop) {
        for (int i = stop - 1; i >= from; i--) {
            if (atoms.tag[i].isNominal() || atoms.is(i, WordClass.PRON)) {
                if (atoms.is(i, WordClass.NOUN)
                        || atoms.is(i, WordClass.PLURAL)
                        || atoms.is(i, WordClass.NAME)
                        || from == stop - 1) {
                    return i;
                }
            }
        }
        return stop - 1;
    }
}
