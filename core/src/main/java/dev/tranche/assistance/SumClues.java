package dev.tranche.assistance;

import dev.tranche.fact.Refusal;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the clues that a sum is or is not assistance; {@link SumWeights} weighs them. */
final class SumClues {

    /** The number of tokens before and after a sum that count as near. */
    private static final int NEAR = 6;

    /** With at least this many gifts, a report has many. */
    private static final int MANY = 3;

    /** Sums are distinguished by their number of digits between these bounds. */
    private static final int FEWEST_DIGITS = 5;

    private static final int MOST_DIGITS = 13;

    private static final Cue[] CUES = Cue.values();

    private final Lexicon lexicon;
    private final MarkedText text;
    private final ReportContext context;

    /** The clues of the words of a sentence, shared by all its sums. */
    private final Map<Integer, List<String>> sentences = new HashMap<>();

    SumClues(Lexicon lexicon, MarkedText text, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.context = context;
    }

    /** The clue that a rule read the sum. */
    static String rule(FactKind kind) {
        return kind.rule().value();
    }

    /** The clue that a sum was refused. */
    static String refused(Refusal.Reason reason) {
        return "refused." + reason.slug();
    }

    /**
     * Returns the clues to a sum.
     *
     * @param verdict the verdict of the rules: {@link #rule} or {@link #refused}
     * @param gifts the gifts that rules have read in the report; the sum itself, if among them, is not used as a clue
     */
    List<String> find(Site site, Roles roles, String verdict, Gifts gifts) {
        List<String> clues = new ArrayList<>(List.of("any", verdict));
        parties(clues, site, roles);
        gifts(clues, site, roles, gifts);
        nouns(clues, site);
        verbs(clues, site);
        sentence(clues, site);
        int digits = site.sum().amount().value().toBigInteger().toString().length();
        clues.add("digits." + Math.clamp(digits, FEWEST_DIGITS, MOST_DIGITS));
        return clues;
    }

    private void parties(List<String> clues, Site site, Roles roles) {
        side(clues, "donor", roles.donors());
        side(clues, "recipient", roles.recipients());
        for (Party donor : roles.donors()) {
            if (lexicon.usuallyGives(donor.code())) {
                clues.add("donor.usual");
            }
            if (lexicon.lends(donor.code())) {
                clues.add("donor.lender");
            }
        }
        if (roles.namesDonor() && roles.namesRecipient()) {
            clues.add("both.words");
        }
        if (!roles.donors().isEmpty() && !roles.recipients().isEmpty()) {
            clues.add("both");
        }
        if (roles.privately()) {
            clues.add("donor.private");
        }
        if (roles.asked()) {
            clues.add("asked");
        }
        lexicon.homeOf(site.sum().amount().currency()).ifPresent(home -> {
            if (roles.donorCodes().contains(home)) {
                clues.add("currency.donor");
            }
            if (roles.recipientCodes().contains(home)) {
                clues.add("currency.recipient");
            }
        });
    }

    private static void side(List<String> clues, String side, List<Party> parties) {
        if (parties.isEmpty()) {
            clues.add(side + ".none");
        }
        for (Party party : parties) {
            clues.add(side + "." + slug(party.basis()));
        }
    }

    private static void gifts(List<String> clues, Site site, Roles roles, Gifts gifts) {
        int others = gifts.besides(site);
        clues.add("gifts." + (others == 0 ? "none" : others < MANY ? "few" : "many"));
        if (gifts.isIn(site.index() - 1, site)) {
            clues.add("gift.previous");
        }
        if (gifts.isIn(site.index(), site)) {
            clues.add("gift.same");
        }
        if (gifts.isIn(site.index() + 1, site)) {
            clues.add("gift.next");
        }
        List<String> donors = roles.donorCodes();
        List<String> recipients = roles.recipientCodes();
        for (Gifts.Pair other : gifts.pairs(site)) {
            boolean donor = !donors.isEmpty() && other.donors().containsAll(donors);
            boolean recipient = !recipients.isEmpty() && other.recipients().containsAll(recipients);
            if (donor) {
                clues.add("gift.donor");
            }
            if (recipient) {
                clues.add("gift.recipient");
            }
            if (donor && recipient) {
                clues.add("gift.both");
            }
        }
    }

    private void nouns(List<String> clues, Site site) {
        if (site.heads().isEmpty()) {
            clues.add("head.none");
        }
        for (int head : site.heads()) {
            cues(clues, "head", head);
        }
    }

    private void verbs(List<String> clues, Site site) {
        boolean first = true;
        for (Predicate predicate : site.predicates()) {
            String place = predicate.isNoun() ? "noun" : predicate.behind() ? "behind" : "verb";
            for (Cue cue : CUES) {
                if (predicate.is(text, cue)) {
                    clues.add(place + "." + slug(cue));
                }
            }
            if (predicate.negative()) {
                clues.add("negative");
            }
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            clues.add(predicate.object() ? "object" : "subject");
            if (first) {
                clues.add("tense." + slug(clause.tense()) + "." + slug(clause.modality()));
            }
            first = false;
        }
        if (first) {
            clues.add("verb.none");
        }
    }

    private void sentence(List<String> clues, Site site) {
        Sentence sentence = site.sentence();
        clues.addAll(sentences.computeIfAbsent(site.index(), index -> {
            List<String> words = new ArrayList<>();
            for (int token = sentence.start(); token < sentence.end(); token++) {
                cues(words, "sentence", token);
            }
            return words.stream().distinct().toList();
        }));
        int start = site.sum().outerStart();
        for (int token = Math.max(sentence.start(), start - NEAR); token < start; token++) {
            cues(clues, "before", token);
        }
        int end = site.sum().end();
        for (int token = end; token < Math.min(sentence.end(), end + NEAR); token++) {
            cues(clues, "after", token);
        }
        if (sentence.title()) {
            clues.add("in.title");
        }
        if (context.isAidReport(site.index())) {
            clues.add("report.aid");
        }
    }

    private void cues(List<String> clues, String place, int token) {
        for (Cue cue : CUES) {
            if (text.is(token, cue)) {
                clues.add(place + "." + slug(cue));
            }
        }
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
