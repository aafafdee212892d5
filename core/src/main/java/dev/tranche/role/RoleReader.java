package dev.tranche.role;

import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who gives and who receives a sum: by its own clause first, then by the authority, the currency, the person
 * named before and by what the report is about.
 */
public final class RoleReader {

    private static final Words ASK = Words.of("ask asks asked asking request requests requested requesting seek seeks"
        + " sought seeking need needs needed appeal appeals appealed call calls called calling urge urges urged plead"
        + " pleads pleaded demand demands demanded want wants wanted beg begs begged require requires required");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final ReportContext context;
    private final RecipientFinder recipients;
    private final DonorFinder donors;

    /** Builds a reader over one marked text and what it is about. */
    public RoleReader(Lexicon lexicon, MarkedText text, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.context = context;
        this.recipients = new RecipientFinder(lexicon, text, context);
        this.donors = new DonorFinder(lexicon, text);
    }

    /**
     * Returns who gives and who receives a sum.
     *
     * @param authority the authority named beside the sum; its owner gives when nobody else is named
     */
    public Roles read(SumPhrase phrase, VerbChain chain, Optional<Entry.Authority> authority) {
        List<String> named = recipients.find(phrase, chain);
        DonorFinder.Found found = donors.find(phrase, chain, new LinkedHashSet<>(named));
        Set<String> givers = new LinkedHashSet<>(found.codes());
        boolean explicitDonor = !givers.isEmpty();
        List<String> receivers = new ArrayList<>(named);
        if (givers.isEmpty() && !found.privateGiver()) {
            donorByContext(phrase, chain, authority, receivers).ifPresent(givers::add);
        }
        receivers.removeIf(code -> givers.contains(code) && receivers.size() > 1);
        boolean explicit = !receivers.isEmpty();
        if (receivers.isEmpty()) {
            context.recipientNear(text.sentenceIndex(phrase.start()))
                    .filter(code -> !givers.contains(code))
                    .ifPresent(receivers::add);
        }
        givers.removeIf(code -> receivers.contains(code));
        return new Roles(List.copyOf(givers), receivers, explicit, explicitDonor, found.privateGiver());
    }

    private Optional<String> donorByContext(
            SumPhrase phrase, VerbChain chain, Optional<Entry.Authority> authority, List<String> receivers) {
        if (donors.hasAlliedSubject(phrase, chain)) {
            return Optional.of("ALLIES");
        }
        Optional<String> byCurrency = donors.byCurrency(phrase);
        if (byCurrency.isPresent() && !receivers.contains(byCurrency.get())) {
            return byCurrency;
        }
        Optional<String> owner = authority
                .map(Entry.Authority::giver)
                .filter(code -> !code.equals("ALLIES") && !receivers.contains(code));
        if (owner.isPresent()) {
            return owner;
        }
        if (donors.namesUnitedStatesHouse(phrase) && !receivers.contains("US")) {
            return Optional.of("US");
        }
        if (donors.hasNamelessSubject(phrase, chain)) {
            return context.donor().filter(code -> !receivers.contains(code));
        }
        boolean asks = chain.left().stream().anyMatch(v -> ASK.at(text.tokens(), v.token()));
        boolean asksAnybody = asks && asker(phrase);
        if (asksAnybody) {
            return Optional.of("ALLIES");
        }
        Optional<String> person = personBefore(phrase);
        return person.isPresent() ? person : context.donor().filter(code -> !receivers.contains(code));
    }

    /** Does a receiver ask, and nobody in particular? */
    private boolean asker(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.start(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && lexicon.usuallyGives(actor.code())) {
                return false;
            }
        }
        for (int token = phrase.sentence().start(); token < phrase.start(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean receiver = actor != null && context.votesToReceive(actor.code()) > 0;
            if (receiver || text.is(token, Cue.THE_COUNTRY)) {
                return true;
            }
        }
        return false;
    }

    /** The last person named before a clause that has no subject of its own: "as he pledges £300m". */
    private Optional<String> personBefore(SumPhrase phrase) {
        int index = text.sentenceIndex(phrase.start());
        for (int token = phrase.start() - 1; token >= 0 && index - text.sentenceIndex(token) <= 1; token--) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && actor.form() == ActorForm.PERSON && lexicon.usuallyGives(actor.code())) {
                return Optional.of(actor.code());
            }
        }
        return Optional.empty();
    }
}
