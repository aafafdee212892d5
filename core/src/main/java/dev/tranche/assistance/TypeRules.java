package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;
import java.util.Locale;
import java.util.Optional;

/** Decides the type of assistance of a sum, from the words nearest to it outwards. */
final class TypeRules {

    private static final Words OF = Words.of("of");
    private static final Words WHICH = Words.of("which it them");
    private static final Words THE = Words.of("the this that these those");
    private static final Words SHARE = Words.of("most half bulk majority much part some portion");

    /** How far behind "including" or "of which" the sum of a part is: "including as much as another 10 million". */
    private static final int PART_REACH = 7;

    private final Lexicon lexicon;
    private final MarkedText text;

    private final PackageTalk talk;
    private final TypeWords words;

    TypeRules(Lexicon lexicon, MarkedText text, PackageTalk talk, TypeWords words) {
        this.lexicon = lexicon;
        this.text = text;
        this.talk = talk;
        this.words = words;
    }

    /**
     * A type with the tokens that state it.
     *
     * @param type the type
     * @param start first token of the words, or -1 if none states it
     * @param end index after their last token
     * @param far whether it is stated only in other sentences
     */
    record Told(AidType type, int start, int end, boolean far) {

        /** A type given by words beside the sum. */
        Told(AidType type, int start, int end) {
            this(type, start, end, false);
        }

        private Told asFar() {
            return new Told(type, start, end, true);
        }
    }

    static final Told UNKNOWN = new Told(AidType.UNKNOWN, -1, -1);

    Told find(
            Site site,
            Optional<Entry.Authority> authority,
            Roles roles,
            boolean sale,
            StageRules.Told stage,
            boolean total) {
        if (sale) {
            return new Told(AidType.MILITARY, site.start(), site.end());
        }
        if (site.isDebtRelief(text)) {
            return new Told(AidType.FINANCIAL, site.start(), site.end());
        }
        int other = words.nonMilitary(site.start(), site.end());
        if (other >= 0) {
            return new Told(AidType.UNKNOWN, other, other + 1);
        }
        Told own = ofPhrase(site);
        if (own.type() != AidType.UNKNOWN) {
            return own;
        }
        long states = roles.recipientCodes().stream()
                .filter(code -> !code.equals(PartyReader.ALLIES) && !code.equals("UN"))
                .count();
        boolean bill = site.headIs(text, Cue.BILL) || site.has(text, Cue.BILL);
        boolean asked = stage.stage() == Stage.REQUESTED && site.sentenceHas(text, Cue.LEGISLATURE);
        if ((bill || site.isFromBill(text) || asked) && states > 1) {
            return new Told(AidType.MIXED, site.start(), site.end());
        }
        if (authority.isPresent()) {
            return new Told(AidType.valueOf(authority.get().type().toUpperCase(Locale.ROOT)), site.start(), site.end());
        }
        Range behind = behind(site);
        Told purpose = ofPurpose(behind.start(), behind.end());
        boolean lent = site.headIs(text, Cue.LOAN) || site.has(text, Cue.LOAN) || isLent(site);
        boolean lender = roles.donorCodes().stream().anyMatch(lexicon::lends);
        boolean programme = roles.donorCodes().stream().anyMatch(lexicon::lendsByProgramme);
        if (lent && (purpose.type() == AidType.UNKNOWN || programme)) {
            // A loan may also build a road or buy arms; some lenders never lend for that.
            Told loan = new Told(AidType.FINANCIAL, site.start(), site.end());
            return programme ? loan : loan.asFar();
        }
        Told disaster = ofTitle();
        boolean rebuilds = disaster.type() == AidType.HUMANITARIAN
                && roles.donorCodes().stream().noneMatch(lexicon::lendsByProgramme);
        if (lender && purpose.type() != AidType.HUMANITARIAN && !rebuilds) {
            return new Told(AidType.FINANCIAL, site.start(), site.end());
        }
        if (purpose.type() != AidType.UNKNOWN) {
            return purpose;
        }
        Told before = words.of(clauseStart(site), site.start());
        if (before.type() == AidType.UNKNOWN && total) {
            before = words.of(own(site, -1), site.start());
        }
        if (before.type() != AidType.UNKNOWN) {
            return before;
        }
        boolean agency = roles.recipients().stream()
                .filter(party -> party.basis() == Basis.WORDS && !party.code().equals(PartyReader.ALLIES))
                .anyMatch(party -> lexicon.appeals(party.code()));
        if (site.headIs(text, Cue.APPEAL) || agency || isAppeal(site, roles)) {
            return new Told(AidType.HUMANITARIAN, site.start(), site.end());
        }
        if (stage.stage() != Stage.REQUESTED && words.speaksDefence(site.sentence())) {
            return new Told(
                    AidType.MILITARY, site.sentence().start(), site.sentence().end());
        }
        Told after = total ? UNKNOWN : ofTalk(site);
        if (after.type() == AidType.UNKNOWN && hasTypedPart(site)) {
            return ofNeighbours(site);
        }
        return after.type() == AidType.UNKNOWN ? ofReport(site, total, disaster).asFar() : after;
    }

    /** The type given by the sentences around the sum and the title. */
    private Told ofReport(Site site, boolean total, Told disaster) {
        Told other = ofOtherSentences(site);
        if (other.type() == AidType.UNKNOWN && !total && disaster.type() == AidType.HUMANITARIAN && !isBillNear(site)) {
            return disaster;
        }
        if (other.type() == AidType.UNKNOWN && !total && isPackage(site)) {
            other = ofTitleNouns();
        }
        return other.type() == AidType.UNKNOWN && site.sentenceHas(text, Cue.AID_AGENCY)
                ? new Told(AidType.HUMANITARIAN, site.start(), site.end())
                : other;
    }

    /** The type given by the noun phrase of the sum and what it measures. */
    private Told ofPhrase(Site site) {
        Told own = words.phrase(site.start(), site.end());
        if (own.type() == AidType.UNKNOWN) {
            own = ofBrokenName(site);
        }
        for (int index : site.chain()) {
            NounGroup measured = site.clauses().groups().get(index);
            boolean apart = measured.end() <= site.start() || measured.start() >= site.end();
            if (own.type() == AidType.UNKNOWN && apart) {
                own = words.phrase(measured.start(), measured.end());
            }
        }
        return own;
    }

    /** "The package is worth", "its value is": the sum of the package in the title. */
    private boolean isPackage(Site site) {
        boolean bundle = !site.heads().isEmpty()
                && site.heads().stream()
                        .allMatch(head -> text.is(head, Cue.PACKAGE) || English.VALUE.at(text.tokens(), head));
        return bundle && site.index() > 0 || Anaphora.isWorth(text, site);
    }

    /** The type given by the words before "aid" or "package" in the title. */
    private Told ofTitleNouns() {
        for (Sentence sentence : text.sentences()) {
            if (!sentence.title()) {
                break;
            }
            Told told = ofAidNouns(sentence);
            if (told.type() != AidType.UNKNOWN) {
                return told;
            }
        }
        return UNKNOWN;
    }

    private boolean isBillNear(Site site) {
        return site.isFromBill(text) || site.tells(text, Cue.BILL);
    }

    /** The type of the report's subject as given by the title. */
    private Told ofTitle() {
        Told told = UNKNOWN;
        for (Sentence sentence : text.sentences()) {
            if (!sentence.title()) {
                break;
            }
            told = words.of(sentence.start(), sentence.end());
        }
        return told;
    }

    /** The type given by the title, the sentences on the same package, and the words around the sum. */
    private Told ofOtherSentences(Site site) {
        Told near = ofNeighbours(site);
        if (near.type() != AidType.UNKNOWN) {
            return near;
        }
        boolean pronoun = site.heads().stream()
                .allMatch(head -> English.IT.at(text.tokens(), head) || English.VALUE.at(text.tokens(), head));
        if (pronoun && site.index() > 0 && Anaphora.isWorth(text, site)) {
            Sentence last = text.sentences().get(site.index() - 1);
            Told worth = words.of(last.start(), last.end());
            if (worth.type() != AidType.UNKNOWN) {
                return worth;
            }
        }
        Told sentence = words.of(own(site, -1), own(site, 1));
        if (sentence.type() != AidType.UNKNOWN) {
            return sentence.type() == AidType.HUMANITARIAN ? sentence : UNKNOWN;
        }
        return ofSurroundings(site);
    }

    /** "The package includes missiles": the type given by the next sentences on the sum. */
    private Told ofTalk(Site site) {
        Told told = UNKNOWN;
        for (Sentence sentence : talk.after(site)) {
            Told here = words.of(sentence.start(), sentence.end());
            if (here.type() == AidType.UNKNOWN && words.speaksDefence(sentence)) {
                here = new Told(AidType.MILITARY, sentence.start(), sentence.end());
            }
            if (here.type() == AidType.UNKNOWN || here.type() == told.type()) {
                continue;
            }
            if (talk.isOfShare(sentence)) {
                return new Told(AidType.MIXED, here.start(), here.end());
            }
            told = told.type() == AidType.UNKNOWN ? here : new Told(AidType.MIXED, told.start(), told.end());
        }
        return told;
    }

    /** The position in a sentence where the words of another sum begin or end. */
    private int own(Site site, int direction) {
        int bound = direction < 0 ? site.sentence().start() : site.sentence().end();
        for (var sum : text.sums()) {
            boolean inside = sum.start() >= site.sentence().start()
                    && sum.start() < site.sentence().end();
            if (inside && direction < 0 && sum.end() <= site.sum().outerStart()) {
                bound = site.start();
            }
            if (inside && direction > 0 && sum.outerStart() >= site.sum().end()) {
                bound = Math.min(bound, sum.outerStart());
            }
        }
        return bound;
    }

    /** Only relief is mentioned in the title or beside the sum: "the world's worst humanitarian crisis". */
    private Told ofSurroundings(Site site) {
        int first = isNear(site.index() - 1, site.index()) ? site.index() - 1 : site.index();
        int last = isNear(site.index() + 1, site.index() + 1) ? site.index() + 1 : site.index();
        int start = text.sentences().get(first).start();
        int end = text.sentences().get(last).end();
        if (Site.any(text, start, end, Cue.BILL)) {
            return UNKNOWN;
        }
        Told near = words.of(start, end);
        return near.type() == AidType.HUMANITARIAN ? near : UNKNOWN;
    }

    /** Appeals by bodies such as the United Nations are for relief. */
    private boolean isAppeal(Site site, Roles roles) {
        if (!roles.asked()) {
            return false;
        }
        int from = site.sentence().start();
        if (English.IT.at(text.tokens(), from) && site.index() > 0) {
            from = text.sentences().get(site.index() - 1).start();
        }
        return text.actorsFrom(from, site.start()).stream().anyMatch(actor -> lexicon.appeals(actor.code()));
    }

    /** Is there such a sentence, and no new paragraph between it and the sum's, apart from the end of the title? */
    private boolean isNear(int index, int later) {
        if (index < 0
                || index >= text.sentences().size()
                || Anaphora.pointsBack(
                        text.tokens(), text.sentences().get(later).start())) {
            return false;
        }
        boolean title = text.sentences().get(Math.min(index, later)).title()
                || later > 0 && text.sentences().get(later - 1).title();
        return title || !text.sentences().get(later).paragraphStart();
    }

    /** "SAMP/T battery": an equipment name that begins before the noun phrase. */
    private Told ofBrokenName(Site site) {
        for (ThingMention thing : text.thingsFrom(Math.max(0, site.start() - 4), site.start())) {
            boolean overlaps = thing.end() > site.start() && thing.end() <= site.end();
            if (overlaps && TypeWords.isArms(thing)) {
                return new Told(AidType.MILITARY, thing.start(), thing.end());
            }
        }
        return UNKNOWN;
    }

    /** Does a preposition, comma or verb tie what follows to the sum? A live page's next heading does not. */
    private boolean isTied(Site site) {
        int next = site.end();
        return next >= site.reach()
                || English.TOWARD.at(text.tokens(), next)
                || English.FROM.at(text.tokens(), next)
                || English.IN.at(text.tokens(), next)
                || English.WITH.at(text.tokens(), next)
                || English.BY.at(text.tokens(), next)
                || text.is(next, Cue.TOWARD)
                || text.tokens().isSign(next, ',')
                || !text.tokens().isCapital(next);
    }

    /** "Most of it for weapons": what is said of a share does not hold for the rest. */
    private Told ofPurpose(int from, int to) {
        Told told = words.behind(from, to);
        for (int token = from; told.type() != AidType.UNKNOWN && token < told.start(); token++) {
            if (SHARE.at(text.tokens(), token) && OF.at(text.tokens(), token + 1) && THE.at(text.tokens(), token + 2)) {
                return new Told(AidType.MIXED, token, told.end());
            }
        }
        return told;
    }

    /** Returns the words after a sum that are tied to it. */
    Range behind(Site site) {
        return new Range(site.end(), isTied(site) ? Math.max(site.end(), site.reach()) : site.end());
    }

    /** "40 million, including 10 million for food": where the words of a part begin, which say nothing of the whole, or -1. */
    private int parts(Site site) {
        for (int token = site.end(); token < site.sentence().end() && text.sumAt(token) == null; token++) {
            boolean part =
                    text.is(token, Cue.INCLUDE) || OF.at(text.tokens(), token) && WHICH.at(text.tokens(), token + 1);
            for (int at = token + 1; part && at < Math.min(site.sentence().end(), token + PART_REACH); at++) {
                if (text.sumAt(at) != null) {
                    return token;
                }
            }
        }
        return -1;
    }

    /** Returns the words of a sum's clause before it. */
    Range before(Site site) {
        return new Range(clauseStart(site), site.start());
    }

    /** Returns the words of a sum's sentence that do not belong to another sum. */
    Range around(Site site) {
        return new Range(own(site, -1), own(site, 1));
    }

    /**
     * A range of tokens.
     *
     * @param start the first
     * @param end index after the last
     */
    record Range(int start, int end) {}

    /** "5 million, of which 2 million is for weapons": the kind of a part that the sentence tells. */
    private boolean hasTypedPart(Site site) {
        int parts = parts(site);
        return parts >= 0 && words.of(parts, site.sentence().end()).type() != AidType.UNKNOWN;
    }

    private boolean isLent(Site site) {
        return site.predicates().stream().anyMatch(p -> !p.isNoun() && p.is(text, Cue.LEND));
    }

    private int clauseStart(Site site) {
        Clause clause = site.clause();
        int first = clause == null ? site.sentence().start() : Math.min(clause.start(), site.start());
        for (int token = site.start() - 1; token >= first; token--) {
            if (text.sumAt(token) != null) {
                return site.start();
            }
            if (text.tokens().isSign(token, ';') || text.tokens().isSign(token, ':')) {
                return token + 1;
            }
        }
        return first;
    }

    /** The package in a title is described in the sentence after it, and vice versa. */
    private Told ofNeighbours(Site site) {
        for (int other : new int[] {site.index() + 1, site.index() - 1}) {
            if (other < 0 || other >= text.sentences().size()) {
                continue;
            }
            Sentence sentence = text.sentences().get(other);
            boolean part = Anaphora.pointsBack(text.tokens(), sentence.start());
            if (part || !sentence.title() && !site.sentence().title()) {
                continue;
            }
            Told named = ofAidNouns(sentence);
            if (named.type() != AidType.UNKNOWN) {
                return named;
            }
            Told goods = ofGoods(sentence);
            if (goods.type() != AidType.UNKNOWN) {
                return goods;
            }
        }
        return UNKNOWN;
    }

    /** A title about weapons being sent gives the type of the sum below it. */
    private Told ofGoods(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            boolean sent = text.is(token, Cue.GIVE) || text.is(token, Cue.ANNOUNCE) || text.is(token, Cue.APPROVE);
            for (int at = token + 1; sent && at < Math.min(sentence.end(), token + 6); at++) {
                if (text.is(at, Cue.WEAPON) && !words.isHostile(at)) {
                    return new Told(AidType.MILITARY, at, at + 1);
                }
            }
        }
        return UNKNOWN;
    }

    /** Returns the type that the words directly before "aid", "package" or "funding" state. */
    private Told ofAidNouns(Sentence sentence) {
        for (int token = sentence.start() + 1; token < sentence.end(); token++) {
            boolean noun = text.is(token, Cue.AID)
                    || text.is(token, Cue.PACKAGE)
                    || text.is(token, Cue.LOAN)
                    || text.is(token, Cue.BILL);
            if (noun) {
                boolean of = OF.at(text.tokens(), token + 1);
                int to = of ? Math.min(sentence.end(), token + 4) : token;
                Told type = words.of(Math.max(sentence.start(), token - 2), to);
                if (type.type() != AidType.UNKNOWN) {
                    return type;
                }
            }
        }
        return UNKNOWN;
    }
}
