package dev.tranche.syntax;

import dev.tranche.lexicon.ActorForm;

/**
 * Chooses one class for each word: the cheapest path through the readings of all words, by the cost of each reading and
 * of each class following another. A sentence without a finite verb costs more.
 */
final class Tagger {

    private static final int FAR = 1 << 20;

    /** The cost of a sentence without a finite verb: enough to distinguish "UN appeals for" from "UN appeals". */
    private static final int VERBLESS = 2;

    /** The discount for an infinitive after a verb that takes one. */
    private static final int TAKES_INFINITIVE = 2;

    private static final int TAKES_GERUND = 2;

    /** The maximum length of the subject of a headline's future: "the German government to give". */
    private static final int HEADLINE_SUBJECT = 4;

    /** The discount for a verb without an ending after two states that are together its subject. */
    private static final int AFTER_ROW = 4;

    /** The discount for a third-person verb after an office-holder. */
    private static final int AFTER_PERSON = 3;

    /** The discount for the particle of a verb known to have it, and the surcharge otherwise. */
    private static final int KNOWN_PARTICLE = 1;

    private static final int STRANGE_PARTICLE = 3;

    /** The discount for an infinitive with its particle: "to scale up". */
    private static final int WITH_PARTICLE = 4;

    /**
     * The discount for a noun after another noun or a relative pronoun and before "of", and the surcharge for a verb that
     * may be one: "the root causes of", "where supplies of".
     */
    private static final int BEFORE_OF = 2;

    /** The discount for a participle after a noun and before "by": "countries hit by". */
    private static final int BEFORE_BY = 3;

    private static final long OF = Language.hash("of");
    private static final long BY = Language.hash("by");

    private final Atoms atoms;
    private final Reading[][] readings;
    /** Costs by word and reading, first without and then with a finite verb so far. */
    private final int[][] cost;

    private final int[][] from;

    private Tagger(Atoms atoms) {
        this.atoms = atoms;
        readings = new Reading[atoms.size][];
        cost = new int[atoms.size][];
        from = new int[atoms.size][];
    }

    static void tag(Atoms atoms) {
        if (atoms.size > 0) {
            new Tagger(atoms).run();
        }
    }

    private void run() {
        for (int i = 0; i < atoms.size; i++) {
            readings[i] = atoms.readings[i];
            int count = readings[i].length;
            cost[i] = new int[count * 2];
            from[i] = new int[count * 2];
            for (int j = 0; j < count; j++) {
                step(i, j, count);
            }
        }
        int last = atoms.size - 1;
        int choice = cheapest(cost[last]);
        for (int i = last; i >= 0; i--) {
            int count = readings[i].length;
            Reading reading = readings[i][choice < count ? choice : choice - count];
            atoms.tag[i] = reading.type();
            atoms.lemma[i] = reading.lemma();
            choice = from[i][choice];
        }
        for (int i = 1; i <= last; i++) {
            if (isCompound(i)) {
                atoms.tag[i] = WordClass.NOUN;
                atoms.lemma[i] = "";
            } else if (isBareInfinitive(i)) {
                atoms.tag[i] = WordClass.BASE;
                atoms.lemma[i] = atoms.lemmaAs(i, WordClass.BASE);
            }
        }
    }

    /** An -ing form that is more often a noun, between a noun and one that could not be its object: "spending bill". */
    private boolean isCompound(int i) {
        if (atoms.tag[i] != WordClass.ING) {
            return false;
        }
        boolean last = i + 1 == atoms.size;
        WordClass next = last ? WordClass.STOP : atoms.tag[i + 1];
        if (atoms.is(i - 1, WordClass.DET) || atoms.is(i - 1, WordClass.GEN)) {
            return !next.isNominal() && next != WordClass.ADJ && next != WordClass.NUM && next != WordClass.ING;
        }
        boolean cheap = atoms.costAs(i, WordClass.NOUN) <= atoms.costAs(i, WordClass.ING);
        if (cheap
                && (atoms.tag[i - 1] == WordClass.PREP
                        || atoms.tag[i - 1].isVerb() && !atoms.tag[i - 1].isAuxiliary())) {
            return next == WordClass.PREP || next == WordClass.STOP || next == WordClass.COMMA || next == WordClass.AND;
        }
        if (!(atoms.tag[i - 1].isNominal() || atoms.is(i - 1, WordClass.ADJ) || atoms.is(i - 1, WordClass.NUM))
                || !cheap) {
            return false;
        }
        return switch (next) {
            case NOUN, PLURAL -> atoms.actor[i - 1] == null;
            case COMMA, STOP, PREP, VS, PAST, BE, HAVE, MODAL, AND -> true;
            default -> false;
        };
    }

    /**
     * "helped Albania repair its ports": a word that may be a verb, after the object of a verb that takes an
     * infinitive.
     */
    private boolean isBareInfinitive(int i) {
        if (i < 2
                || i + 1 >= atoms.size
                || !atoms.is(i, WordClass.NOUN) && !atoms.is(i, WordClass.ADJ)
                || !atoms.is(i - 1, WordClass.NAME) && !atoms.is(i - 1, WordClass.PRON)
                || !atoms.canBe(i, WordClass.BASE)
                || !atoms.language.is(atoms.lemma[i - 2], VerbClass.BARE)) {
            return false;
        }
        WordClass next = atoms.tag[i + 1];
        return next == WordClass.DET || next == WordClass.NUM || next == WordClass.PRON || next == WordClass.PLURAL;
    }

    private void step(int i, int j, int count) {
        Reading reading = readings[i][j];
        WordClass type = reading.type();
        boolean finite = type == WordClass.VS
                || type == WordClass.PAST
                || type == WordClass.MODAL
                || type == WordClass.BE
                || type == WordClass.HAVE
                || type == WordClass.DO
                || type == WordClass.BASE;
        if (i == 0) {
            int first = reading.cost() + atoms.language.startCost(type);
            cost[i][j] = finite ? FAR : first;
            cost[i][count + j] = finite ? first : FAR;
            return;
        }
        Reading[] before = readings[i - 1];
        int[] costs = cost[i - 1];
        int without = FAR;
        int with = FAR;
        int fromWithout = 0;
        int fromWith = 0;
        for (int k = 0; k < before.length; k++) {
            int step = cost(i, reading, before[k]);
            if (costs[k] + step < without) {
                without = costs[k] + step;
                fromWithout = k;
            }
            if (costs[before.length + k] + step < with) {
                with = costs[before.length + k] + step;
                fromWith = before.length + k;
            }
            boolean headline = type == WordClass.TO
                    && i <= HEADLINE_SUBJECT
                    && before[k].type().isNominal()
                    && !isVerbWithInfinitive(i - 1);
            boolean becomes = headline || finite && !(type == WordClass.BASE && before[k].type() == WordClass.TO);
            if (becomes && costs[k] + step < with) {
                with = costs[k] + step;
                fromWith = k;
            }
        }
        boolean mayBeWithout = !finite || type == WordClass.BASE;
        cost[i][j] = mayBeWithout ? Math.min(FAR, without + reading.cost()) : FAR;
        from[i][j] = fromWithout;
        cost[i][count + j] = Math.min(FAR, with + reading.cost());
        from[i][count + j] = fromWith;
    }

    /** The cost of a word having this reading after that of the previous word. */
    private int cost(int i, Reading reading, Reading before) {
        WordClass type = reading.type();
        int step = atoms.language.cost(before.type(), type);
        if (type == WordClass.TO && atoms.language.is(before.lemma(), VerbClass.COMMIT)) {
            step -= TAKES_INFINITIVE;
        }
        if (type == WordClass.ING && atoms.language.is(before.lemma(), VerbClass.GERUND)) {
            step -= TAKES_GERUND;
        }
        if (type == WordClass.BASE && hasRowBefore(i)) {
            step -= AFTER_ROW;
        }
        if (type == WordClass.BASE && before.type() == WordClass.PLURAL && isBeforeSum(i)) {
            step -= AFTER_ROW;
        }
        if (type == WordClass.VS && isPerson(i - 1)) {
            step -= AFTER_PERSON;
        }
        if (type == WordClass.BASE && before.type() == WordClass.TO && hasParticle(i, reading)) {
            step -= WITH_PARTICLE;
        }
        boolean opens = before.type().isNominal() || before.type() == WordClass.WH;
        if (type.isNominal() && opens && isBefore(i, OF)) {
            step -= BEFORE_OF;
        }
        if (type == WordClass.VS && isBefore(i, OF) && atoms.canBe(i, WordClass.PLURAL)) {
            step += BEFORE_OF;
        }
        if (type == WordClass.PART && before.type().isNominal() && isBefore(i, BY)) {
            step -= BEFORE_BY;
        }
        if (type == WordClass.PRT && before.type().isVerb()) {
            step += atoms.language.hasParticle(before.lemma(), atoms.tokens.hash(atoms.start[i]))
                    ? -KNOWN_PARTICLE
                    : STRANGE_PARTICLE;
        }
        return step;
    }

    /** "To scale up": a verb with its particle. */
    private boolean hasParticle(int i, Reading reading) {
        return i + 1 < atoms.size
                && atoms.canBe(i + 1, WordClass.PRT)
                && atoms.language.hasParticle(reading.lemma(), atoms.tokens.hash(atoms.start[i + 1]));
    }

    private boolean isBefore(int i, long word) {
        return i + 1 < atoms.size && atoms.tokens.hash(atoms.start[i + 1]) == word;
    }

    /** "The bank plans to": the infinitive depends on a possible verb, not on a headline's subject. */
    private boolean isVerbWithInfinitive(int i) {
        return atoms.canBe(i, WordClass.VS) && atoms.language.is(atoms.lemmaAs(i, WordClass.VS), VerbClass.COMMIT);
    }

    /** "Donors promise Syria", "allies pledge $2 billion". */
    private boolean isBeforeSum(int i) {
        return i + 1 < atoms.size && (atoms.sum[i + 1] || atoms.actor[i + 1] != null);
    }

    /** "Putin promises": a possible verb after the name of an office-holder usually is one. */
    private boolean isPerson(int i) {
        return atoms.actor[i] != null && atoms.actor[i].form() == ActorForm.PERSON;
    }

    /**
     * "Canada, Germany pledge $200 million", "Canada and the UK pledge": two states in a row are the subject of a
     * possible verb before a sum or name.
     */
    private boolean hasRowBefore(int i) {
        int link = i > 3 && atoms.canBe(i - 2, WordClass.DET) ? i - 3 : i - 2;
        return link > 0
                && isBeforeSum(i)
                && atoms.actor[i - 1] != null
                && atoms.actor[link - 1] != null
                && (atoms.canBe(link, WordClass.COMMA) || atoms.canBe(link, WordClass.AND));
    }

    private static int cheapest(int[] costs) {
        int half = costs.length / 2;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < costs.length; i++) {
            int total = i < half ? costs[i] + VERBLESS : costs[i];
            if (total < least) {
                least = total;
                best = i;
            }
        }
        return best;
    }
}
