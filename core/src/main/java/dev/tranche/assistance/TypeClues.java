package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the clues to a type of assistance in the words around a sum, near and far. */
final class TypeClues {

    /**
     * The least share of all mentions, counting each type once per sentence, that makes one type the subject of a
     * report.
     */
    private static final double MOST = 0.6;

    /** A report with more sums than this covers aid at length. */
    private static final int MANY = 4;

    /** Words that show that a sentence is about aid. */
    private static final Set<Cue> ON_AID = EnumSet.of(
            Cue.AID,
            Cue.PACKAGE,
            Cue.MONEY,
            Cue.LOAN,
            Cue.BILL,
            Cue.APPEAL,
            Cue.GIVE,
            Cue.DELIVER,
            Cue.ANNOUNCE,
            Cue.REQUEST);

    /** Nouns that state the content of a sum. */
    private static final Set<Cue> HEADS =
            EnumSet.of(Cue.LOAN, Cue.BILL, Cue.PACKAGE, Cue.APPEAL, Cue.MONEY, Cue.AID, Cue.BUDGET);

    private final Lexicon lexicon;
    private final MarkedText text;
    private final TypeWords words;
    private final PackageTalk talk;
    private final TypeRules rules;
    private final List<Clue> ofReport = new ArrayList<>();

    TypeClues(Lexicon lexicon, MarkedText text, TypeWords words, PackageTalk talk, TypeRules rules) {
        this.lexicon = lexicon;
        this.text = text;
        this.words = words;
        this.talk = talk;
        this.rules = rules;
    }

    /**
     * One clue for or against a type.
     *
     * @param name its position and what it suggests: "purpose.military"
     * @param start the first token of its words, or -1 for a clue without words
     * @param end index after its last token
     */
    record Clue(String name, int start, int end) {}

    /**
     * Returns all clues to the type of a sum.
     *
     * @param candidate the sum
     * @param all all sums of the report that are assistance
     */
    List<Clue> find(Candidate candidate, List<Candidate> all) {
        if (ofReport.isEmpty()) {
            ofReport.addAll(ofReport());
        }
        Site site = candidate.site();
        List<Clue> clues = new ArrayList<>(ofReport);
        clues.add(flag("any"));
        TypeRules.Told nearest = candidate.type();
        clues.add(new Clue("rule." + nearest.type().slug(), nearest.start(), nearest.end()));
        add(clues, "purpose", rules.behind(site));
        add(clues, "before", rules.before(site));
        add(clues, "around", rules.around(site));
        add(clues, "sentence", site.sentence());
        beside(clues, "previous", site.index() - 1);
        beside(clues, "next", site.index() + 1);
        talk.after(site).forEach(sentence -> add(clues, "talk", sentence));
        nouns(clues, site);
        sentence(clues, site);
        clues.add(flag("stage." + candidate.stage().stage().slug()));
        if (candidate.total()) {
            clues.add(flag("total"));
        }
        roles(clues, candidate.roles());
        others(clues, candidate, all);
        return clues;
    }

    private void beside(List<Clue> clues, String place, int index) {
        if (index >= 0
                && index < text.sentences().size()
                && isOnAid(text.sentences().get(index))) {
            add(clues, place, text.sentences().get(index));
        }
    }

    /** Is a sentence about aid, so that its words on weapons or relief apply to the sums of its report? */
    private boolean isOnAid(Sentence sentence) {
        if (sentence.title()) {
            return true;
        }
        for (int token = sentence.start(); token < sentence.end(); token++) {
            for (Cue cue : ON_AID) {
                if (text.is(token, cue)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void nouns(List<Clue> clues, Site site) {
        for (Cue cue : HEADS) {
            if (site.headIs(text, cue)) {
                clues.add(new Clue("head." + cue.name().toLowerCase(Locale.ROOT), site.start(), site.end()));
            }
        }
    }

    private void sentence(List<Clue> clues, Site site) {
        Sentence sentence = site.sentence();
        if (words.speaksDefence(sentence)) {
            clues.add(new Clue("sentence.defence", sentence.start(), sentence.end()));
        }
        if (site.sentenceHas(text, Cue.AID_AGENCY)) {
            clues.add(new Clue("sentence.agency", sentence.start(), sentence.end()));
        }
        if (site.sentenceHas(text, Cue.LEGISLATURE)) {
            clues.add(flag("sentence.legislature"));
        }
        if (sentence.title()) {
            clues.add(flag("in.title"));
        }
    }

    /** The types of other sums in the report, where their own words give them. */
    private static void others(List<Clue> clues, Candidate candidate, List<Candidate> all) {
        List<Candidate> known = all.stream()
                .filter(other -> !other.type().far() && other.type().type() != AidType.UNKNOWN)
                .toList();
        Set<AidType> types = EnumSet.noneOf(AidType.class);
        known.forEach(other -> types.add(other.type().type()));
        Optional<Candidate> nearest = known.stream()
                .min(Comparator.comparingInt(other -> Math.abs(
                        other.site().sum().start() - candidate.site().sum().start())));
        types.forEach(type -> clues.add(flag("other." + type.slug())));
        if (types.size() == 1) {
            clues.add(flag("other.only." + types.iterator().next().slug()));
        }
        clues.add(flag(
                nearest.map(other -> "other.near." + other.type().type().slug()).orElse("other.none")));
        clues.add(flag(all.size() > MANY ? "many" : "few"));
    }

    private void roles(List<Clue> clues, Roles roles) {
        for (Party donor : roles.donors()) {
            if (lexicon.lendsByProgramme(donor.code())) {
                clues.add(new Clue("donor.programme", donor.start(), donor.end()));
            } else if (lexicon.lends(donor.code())) {
                clues.add(new Clue("donor.lender", donor.start(), donor.end()));
            }
            if (lexicon.appeals(donor.code())) {
                clues.add(flag("donor.appeals"));
            }
            if (donor.code().equals(PartyReader.ALLIES)) {
                clues.add(flag("donor.allies"));
            }
        }
        if (roles.donors().isEmpty()) {
            clues.add(flag("donor.none"));
        }
        for (Party recipient : roles.recipients()) {
            if (lexicon.appeals(recipient.code())) {
                clues.add(flag("recipient.appeals"));
            }
            if (recipient.code().equals(PartyReader.ALLIES)) {
                clues.add(flag("recipient.allies"));
            }
        }
        if (roles.recipients().size() > 1) {
            clues.add(flag("recipient.several"));
        }
    }

    private static Clue flag(String name) {
        return new Clue(name, -1, -1);
    }

    private void add(List<Clue> clues, String place, Sentence sentence) {
        add(clues, place, new TypeRules.Range(sentence.start(), sentence.end()));
    }

    private void add(List<Clue> clues, String place, TypeRules.Range range) {
        TypeWords.Found found = words.find(range.start(), range.end());
        for (Map.Entry<AidType, Integer> type : found.first().entrySet()) {
            clues.add(new Clue(place + "." + type.getKey().slug(), type.getValue(), type.getValue() + 1));
        }
        if (found.first().size() == 1 && found.type() != AidType.MIXED) {
            clues.add(new Clue(place + ".only." + found.type().slug(), found.start(), found.start() + 1));
        }
    }

    private List<Clue> ofReport() {
        List<Clue> clues = new ArrayList<>();
        Map<AidType, Integer> count = new EnumMap<>(AidType.class);
        Map<AidType, Integer> first = new EnumMap<>(AidType.class);
        for (Sentence sentence : text.sentences()) {
            if (!isOnAid(sentence)) {
                continue;
            }
            TypeWords.Found found = words.find(sentence.start(), sentence.end());
            found.first().forEach((type, token) -> {
                count.merge(type, 1, Integer::sum);
                first.merge(type, token, Math::min);
            });
            if (sentence.title()) {
                add(clues, "title", sentence);
            }
        }
        int all = count.values().stream().mapToInt(Integer::intValue).sum();
        first.forEach((type, token) -> {
            clues.add(new Clue("report." + type.slug(), token, token + 1));
            if (count.getOrDefault(type, 0) >= MOST * all) {
                clues.add(new Clue("report.most." + type.slug(), token, token + 1));
            }
        });
        if (count.isEmpty()) {
            clues.add(flag("report.none"));
        }
        return clues;
    }
}
