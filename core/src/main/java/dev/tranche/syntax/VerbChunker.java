package dev.tranche.syntax;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one verb group: auxiliaries, negation, the main verb and its particle. */
final class VerbChunker {

    private final Atoms atoms;

    VerbChunker(Atoms atoms) {
        this.atoms = atoms;
    }

    /** Reads the group that starts at the atom, which is a verb or "to" before one; null if no verb follows "to". */
    @Nullable
    VerbGroup read(int first) {
        VerbGroup group = new VerbGroup();
        group.start = first;
        int verb = first;
        if (atoms.is(first, WordClass.TO)) {
            group.infinitive = true;
            verb = skip(first + 1, group);
            if (verb >= atoms.size || !atoms.tag[verb].isVerb()) {
                return null;
            }
        }
        int head = verb;
        while (atoms.tag[verb].isAuxiliary()) {
            note(verb, group);
            int next = skip(verb + 1, null);
            int to = next;
            if (atoms.is(next, WordClass.TO) && (atoms.is(verb, WordClass.BE) || atoms.is(verb, WordClass.HAVE))) {
                to = skip(next + 1, null);
                if (to < atoms.size && atoms.tag[to].isVerb() && verb == head && !group.infinitive) {
                    group.modality = atoms.is(verb, WordClass.BE) ? Modality.FUTURE : Modality.NECESSARY;
                    negate(verb + 1, to, group);
                    verb = to;
                    continue;
                }
                break;
            }
            if (next >= atoms.size || !follows(verb, next)) {
                break;
            }
            negate(verb + 1, next, group);
            if (atoms.is(verb, WordClass.BE) && (atoms.is(next, WordClass.PART) || atoms.is(next, WordClass.PAST))) {
                group.passive = true;
            }
            if (atoms.is(verb, WordClass.HAVE)) {
                group.tense = group.tense == Tense.PAST ? Tense.PLUPERFECT : Tense.PERFECT;
            }
            verb = next;
        }
        finish(group, head, verb);
        return group;
    }

    private void finish(VerbGroup group, int head, int main) {
        WordClass type = atoms.tag[main];
        group.main = main;
        group.end = main + 1;
        group.auxiliaryAlone = type.isAuxiliary() && !type.equals(WordClass.BE) || type == WordClass.MODAL;
        String lemma = atoms.lemma[main];
        if (type.isAuxiliary()) {
            lemma = type == WordClass.MODAL ? "" : first(lemma);
        } else if (lemma.isEmpty()) {
            lemma = atoms.word(main).toLowerCase(Locale.ROOT);
        }
        group.lemma = lemma;
        if (head == main && !type.isAuxiliary()) {
            group.gerund = type == WordClass.ING;
            group.participle = type == WordClass.PART;
            group.eitherPast = type == WordClass.PART && atoms.canBe(main, WordClass.PAST)
                    || type == WordClass.PAST && atoms.canBe(main, WordClass.PART);
            if (!group.infinitive) {
                group.tense = switch (type) {
                    case PAST -> Tense.PAST;
                    case PART, ING -> Tense.PARTICIPLE;
                    default -> Tense.PRESENT;
                };
            }
        }
        boolean nonfinite = atoms.lemma[head].endsWith("gerund") || atoms.lemma[head].endsWith("participle");
        if (atoms.tag[head].isAuxiliary() && atoms.lemma[head].endsWith("gerund")) {
            group.gerund = true;
            group.tense = Tense.PARTICIPLE;
        }
        group.finite = !group.infinitive && !group.gerund && !group.participle && !nonfinite;
        if (group.infinitive || atoms.is(head, WordClass.MODAL)) {
            group.tense = Tense.INFINITIVE;
        }
        int next = main + 1;
        boolean second = atoms.is(next, WordClass.PREP)
                && (next + 1 == atoms.size || atoms.is(next + 1, WordClass.ING) || atoms.is(next + 1, WordClass.COMMA))
                && atoms.canBe(next, WordClass.PRT)
                && atoms.language.hasParticle(lemma, atoms.tokens.hash(atoms.start[next]));
        if (second || atoms.is(next, WordClass.PRT)) {
            group.lemma = group.lemma + " " + atoms.word(next).toLowerCase(Locale.ROOT);
            group.end = next + 1;
        }
        if (atoms.is(main + 1, WordClass.NOT)) {
            group.negative = true;
        }
        negate(group.start - 1, group.start, group);
    }

    private void note(int verb, VerbGroup group) {
        String features = atoms.lemma[verb];
        group.negative |= features.endsWith(" not");
        if (atoms.is(verb, WordClass.MODAL)) {
            group.modality = switch (first(features)) {
                case "future" -> Modality.FUTURE;
                case "possible" -> Modality.POSSIBLE;
                case "necessary" -> Modality.NECESSARY;
                default -> Modality.CONDITIONAL;
            };
        } else if (features.contains(" past")) {
            group.tense = Tense.PAST;
        }
    }

    private void negate(int from, int to, VerbGroup group) {
        for (int i = Math.max(0, from); i < to; i++) {
            group.negative |= atoms.is(i, WordClass.NOT);
        }
    }

    private int skip(int at, @Nullable VerbGroup group) {
        int next = at;
        while (next < atoms.size && atoms.tag[next].isAdverb()) {
            if (group != null && atoms.is(next, WordClass.NOT)) {
                group.negative = true;
            }
            next++;
        }
        return next;
    }

    private boolean follows(int auxiliary, int next) {
        WordClass type = atoms.tag[next];
        return switch (atoms.tag[auxiliary]) {
            case MODAL ->
                type == WordClass.BASE || type == WordClass.BE || type == WordClass.HAVE || type == WordClass.DO;
            case BE ->
                type == WordClass.PART
                        || type == WordClass.ING
                        || type == WordClass.PAST && atoms.canBe(next, WordClass.PART)
                        || type == WordClass.BE && atoms.lemma[next].endsWith("gerund");
            case HAVE ->
                type == WordClass.PART
                        || type == WordClass.PAST && atoms.canBe(next, WordClass.PART)
                        || type == WordClass.BE && atoms.lemma[next].endsWith("participle")
                        || type == WordClass.HAVE && atoms.lemma[next].endsWith("past");
            case DO -> type == WordClass.BASE || type == WordClass.HAVE || type == WordClass.DO || type == WordClass.BE;
            default -> false;
        };
    }

    private static String first(String features) {
        int blank = features.indexOf(' ');
        return blank < 0 ? features : features.substring(0, blank);
    }
}
