package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Refusal;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StatedAmount;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.SumNote;
import dev.tranche.syntax.Clause;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the sums of assistance stated in a marked text.
 *
 * <p>For each sum: find its noun phrase and the predicates that apply to it, find donor and recipient, let the rules
 * decide what it is or why it is refused. Then weigh what they leave open, merge repeated mentions and tie
 * parts to their wholes.
 */
public final class FactReader {

    private static final int QUOTE_TOKENS = 16;
    private static final Comparator<Candidate> TEXT_ORDER =
            Comparator.comparingInt(candidate -> candidate.site().sum().start());

    /** Trade words beside the name of an assistance programme only describe how its goods are bought. */
    private static final Set<Refusal.Reason> COMMERCIAL =
            EnumSet.of(Refusal.Reason.TRADE, Refusal.Reason.PRICE, Refusal.Reason.MARKET, Refusal.Reason.INVESTMENT);

    private final MarkedText text;
    private final SiteFinder sites;
    private final RoleReader roles;
    private final AuthorityFinder authorities;
    private final TypeRules types;
    private final TypeClues clues;
    private final ReaderWeights weights;
    private final ReportFrame frame;
    private final StageRules stages;
    private final TotalStages totalStages;
    private final StageMarks marks;
    private final FactWriter writer;
    private final SinceFinder bases;
    private final NoAidRules noAid;
    private final TotalRules totals;
    private final AidRules aids;
    private final ContinuedRules continued;
    private final SumClues sumClues;
    private final TotalClues totalClues;

    private FactReader(Lexicon lexicon, ReaderWeights weights, MarkedText text) {
        this.text = text;
        this.sites = new SiteFinder(lexicon, text);
        PartyReader parties = new PartyReader(lexicon, text, sites);
        ReportContext context = new ReportContext(lexicon, text, parties);
        this.roles = new RoleReader(lexicon, text, parties, context);
        this.authorities = new AuthorityFinder(lexicon, text);
        PackageTalk talk = new PackageTalk(text, sites);
        TypeWords words = new TypeWords(lexicon, text);
        this.types = new TypeRules(lexicon, text, talk, words);
        this.clues = new TypeClues(lexicon, text, words, talk, types);
        this.weights = weights;
        Agents agents = new Agents(lexicon, text);
        this.frame = new ReportFrame(lexicon, text, sites);
        this.totalStages = new TotalStages(text, agents);
        this.stages = new StageRules(lexicon, text, agents, sites, frame);
        this.marks = new StageMarks(text);
        this.writer = new FactWriter(text, authorities);
        this.bases = new SinceFinder(lexicon, text);
        this.noAid = new NoAidRules(lexicon, text, parties);
        this.totals = new TotalRules(text, context, agents);
        this.aids = new AidRules(lexicon, text, context, frame);
        this.continued = new ContinuedRules(text, context);
        this.sumClues = new SumClues(lexicon, text, context);
        this.totalClues = new TotalClues(text);
    }

    /**
     * Everything read from the sums of a text: each sum is a fact, was merged into one, or is refused.
     *
     * @param facts the facts in the order of their words
     * @param refused the sums that are not assistance, with the reason
     * @param joined number of sums that repeat a fact
     * @param shared number of facts that take their sum from another fact: "100 million each"
     */
    public record Result(List<Fact> facts, List<Refusal> refused, int joined, int shared) {

        /** Nothing read. */
        public static final Result NONE = new Result(List.of(), List.of(), 0, 0);

        /** Copies the lists. */
        public Result {
            facts = List.copyOf(facts);
            refused = List.copyOf(refused);
        }
    }

    /** Reads all sums of a text. */
    public static Result read(Lexicon lexicon, ReaderWeights weights, MarkedText text) {
        return new FactReader(lexicon, weights, text).readAll();
    }

    /**
     * A sum whose type no adjacent word gives, with the clues for one type or another.
     *
     * @param quote the words that carry it
     * @param clues clues for or against a type
     */
    record Weighed(Span quote, List<TypeClues.Clue> clues) {}

    /** Returns the sums of a text whose type is chosen by weighing clues. */
    static List<Weighed> weighed(Lexicon lexicon, ReaderWeights weights, MarkedText text) {
        FactReader reader = new FactReader(lexicon, weights, text);
        List<Candidate> each = reader.each(reader.candidates(new ArrayList<>()));
        List<Candidate> all = reader.tree(reader.joined(each)).candidates();
        return all.stream()
                .filter(candidate -> candidate.type().far())
                .map(candidate -> new Weighed(candidate.quote(), reader.clues.find(candidate, all)))
                .toList();
    }

    /**
     * A sum as the rules left it, with the clues that it is or is not assistance.
     *
     * @param amount the sum
     * @param clues the names of its clues
     */
    record Judged(StatedAmount amount, List<String> clues) {}

    /** Returns the sums of a text on which the rules have decided. */
    static List<Judged> judged(Lexicon lexicon, ReaderWeights weights, MarkedText text) {
        FactReader reader = new FactReader(lexicon, weights, text);
        List<Verdict> verdicts = new ArrayList<>();
        List<Candidate> known = new ArrayList<>();
        reader.decide(known, new ArrayList<>(), verdicts);
        Gifts gifts = new Gifts(known);
        return verdicts.stream()
                .map(verdict -> new Judged(
                        verdict.site().sum().amount(),
                        reader.sumClues.find(verdict.site(), verdict.roles(), verdict.clue(), gifts)))
                .toList();
    }

    /** Returns the sums of a text that are assistance, with the clues that they have added up. */
    static List<Judged> kinds(Lexicon lexicon, ReaderWeights weights, MarkedText text) {
        FactReader reader = new FactReader(lexicon, weights, text);
        return reader.ruled(new ArrayList<>()).stream()
                .map(c -> new Judged(c.site().sum().amount(), reader.totalClues.find(c.site(), c.roles(), c.kind())))
                .toList();
    }

    private Result readAll() {
        List<Refusal> refused = new ArrayList<>();
        List<Candidate> candidates = candidates(refused);
        List<Candidate> each = each(candidates);
        List<Candidate> joined = joined(each);
        PartFinder.Tree tree = tree(joined);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < tree.candidates().size(); i++) {
            Fact fact = writer.fact(typed(tree.candidates().get(i), tree.candidates()));
            facts.add(tree.parents()[i] < 0 ? fact : fact.partOf(tree.parents()[i]));
        }
        return new Result(facts, refused, each.size() - joined.size(), each.size() - candidates.size());
    }

    private List<Candidate> joined(List<Candidate> each) {
        return new FactJoiner(text).join(each);
    }

    private PartFinder.Tree tree(List<Candidate> joined) {
        return new PartFinder(text).tie(joined);
    }

    private List<Candidate> each(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> distributed(candidate).stream())
                .toList();
    }

    private Candidate typed(Candidate candidate, List<Candidate> all) {
        return candidate.type().far() ? candidate.with(weights.types().choose(clues.find(candidate, all))) : candidate;
    }

    private List<Candidate> candidates(List<Refusal> refused) {
        List<Candidate> all = new ArrayList<>();
        for (Candidate candidate : ruled(refused)) {
            boolean gapped = continued.isGapped(candidate.site(), all);
            all.add(gapped ? as(candidate, all.getLast().kind()) : reconsidered(candidate));
        }
        return all;
    }

    /** Reads a candidate again, as a total, or as one act, where its clues say that the rules are wrong. */
    private Candidate reconsidered(Candidate candidate) {
        Site site = candidate.site();
        boolean rules = candidate.total();
        boolean total = weights.totals().isTotal(totalClues.find(site, candidate.roles(), candidate.kind()), rules);
        boolean act = !rules && site.predicates().stream().anyMatch(this::isActOf);
        if (total == rules || !candidate.kind().isLoose() || act || aids.isSale(site)) {
            return candidate;
        }
        return as(candidate, total ? FactKind.COUNTED : FactKind.SINGLE);
    }

    /** Reads a candidate again as another kind. */
    private Candidate as(Candidate candidate, FactKind kind) {
        Roles own = candidate.roles();
        Optional<Entry.Authority> authority = authorities.find(candidate.site()).filter(a -> isGiversOwn(a, own));
        return candidate(candidate.site(), own, authority, kind, false);
    }

    /** "The 5 million promised by", "the 5 million requested": a participle behind the sum names its one act. */
    private boolean isActOf(Predicate predicate) {
        return predicate.behind()
                && (predicate.is(text, Cue.PROMISE)
                        || predicate.is(text, Cue.REQUEST)
                        || predicate.is(text, Cue.APPROVE));
    }

    private List<Candidate> ruled(List<Refusal> refused) {
        List<Candidate> candidates = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        decide(candidates, refused, verdicts);
        settle(verdicts, candidates, refused);
        dropTwins(candidates, refused);
        return candidates;
    }

    private void decide(List<Candidate> candidates, List<Refusal> refused, List<Verdict> verdicts) {
        for (SumMention sum : text.sums()) {
            if (sum.is(SumNote.FORMER) || isOfEarlierVersion(sum)) {
                refused.add(refusal(sum, Refusal.Reason.CORRECTED));
            } else if (sum.is(SumNote.RESTATED)) {
                refused.add(refusal(sum, Refusal.Reason.REPEATED));
            } else {
                verdicts.add(read(sum, candidates, refused));
            }
        }
    }

    /** "Germany and France each pledged 100 million", "gave A and B 5 million each": one gift from or to each. */
    private List<Candidate> distributed(Candidate candidate) {
        Roles roles = candidate.roles();
        Site site = candidate.site();
        Tokens tokens = text.tokens();
        Clause clause = site.clause();
        boolean before = clause != null
                && clause.verb() >= 0
                && (English.EACH.at(tokens, clause.verbStart() - 1) || English.EACH.at(tokens, clause.verbEnd()));
        boolean behind = English.EACH.at(tokens, site.sum().end()) || English.EACH.at(tokens, site.end());
        List<Roles> shares = List.of(roles);
        if (behind && roles.recipients().size() > 1) {
            shares = roles.recipients().stream()
                    .map(party -> roles.withRecipients(List.of(party)))
                    .toList();
        } else if ((before || behind) && roles.donors().size() > 1) {
            shares = roles.donors().stream()
                    .map(party -> roles.withDonors(List.of(party)))
                    .toList();
        }
        return shares.stream()
                .map(share -> candidate.with(candidate.terms().with(share.donorCodes(), share.recipientCodes()), share))
                .toList();
    }

    /** "An earlier version of this article said 40 million": a sum that a correction withdraws. */
    private boolean isOfEarlierVersion(SumMention sum) {
        Tokens tokens = text.tokens();
        int first = text.sentenceOf(sum.start()).start();
        for (int token = first; token < sum.start(); token++) {
            if (English.EARLIER.at(tokens, token) && English.VERSION.at(tokens, token + 1)) {
                return true;
            }
            if (tokens.isSign(token, ';')) {
                return false;
            }
        }
        return false;
    }

    /**
     * A sum that one sentence describes as domestic or private is not assistance in another sentence without a
     * recipient or donor.
     */
    private void dropTwins(List<Candidate> candidates, List<Refusal> refused) {
        List<Refusal> apart = refused.stream()
                .filter(r -> r.reason() == Refusal.Reason.DOMESTIC || r.reason() == Refusal.Reason.PRIVATE)
                .toList();
        candidates.removeIf(candidate -> {
            Optional<Refusal> twin = apart.stream()
                    .filter(r -> r.amount()
                                    .currency()
                                    .equals(candidate.terms().amount().currency())
                            && r.amount()
                                            .value()
                                            .compareTo(
                                                    candidate.terms().amount().value())
                                    == 0)
                    .findFirst();
            boolean drop = twin.isPresent()
                    && (!candidate.roles().namesRecipient()
                            || candidate.donors().isEmpty());
            if (drop) {
                refused.add(refusal(candidate.site().sum(), twin.get().reason()));
            }
            return drop;
        });
    }

    private Verdict read(SumMention sum, List<Candidate> candidates, List<Refusal> refused) {
        Site site = sites.find(sum);
        Optional<Entry.Authority> near = authorities.find(site);
        boolean sale = aids.isSale(site);
        Roles linked = continued.linked(site, roles.read(site, near), candidates);
        Roles named = sale ? withBuyer(linked) : linked;
        Optional<Entry.Authority> authority = near.filter(a -> isGiversOwn(a, named));
        Optional<Refusal.Reason> reason = noAid.refuse(site, named, sale, candidates);
        Optional<FactKind> total = sale ? Optional.empty() : totals.decide(site, named);
        boolean known = near.isPresent() || total.filter(FactKind::isBringing).isPresent();
        boolean programme = known && reason.filter(COMMERCIAL::contains).isPresent();
        if (reason.isPresent() && !programme) {
            return refused(sum, site, named, authority, reason.get(), refused);
        }
        Optional<FactKind> kind = total;
        if (kind.isEmpty()) {
            AidRules.Decision decision = aids.decide(site, named, authority);
            kind = switch (decision) {
                case AidRules.Decision.Accepted ignored
                when continued.isShareOfTotal(site, candidates) -> Optional.of(FactKind.SHARE);
                case AidRules.Decision.Accepted accepted -> Optional.of(accepted.kind());
                case AidRules.Decision.Refused ignored -> continued.decide(site, named, candidates);
            };
            if (kind.isEmpty() && decision instanceof AidRules.Decision.Refused why) {
                return refused(sum, site, named, authority, why.reason(), refused);
            }
        }
        FactKind read = kind.orElseThrow();
        candidates.add(candidate(site, named, authority, read, sale));
        return new Verdict(site, named, authority, Optional.empty(), SumClues.rule(read));
    }

    /** The cost of a sale whose sentence omits the buyer is paid by the buyer that the report begins with. */
    private Roles withBuyer(Roles roles) {
        if (!roles.recipients().isEmpty()) {
            return roles;
        }
        return frame.buyer()
                .map(actor -> new Party(actor.code(), actor.start(), actor.end(), Basis.CONTEXT))
                .filter(buyer -> !roles.donorCodes().contains(buyer.code()))
                .map(buyer -> roles.withRecipients(List.of(buyer)))
                .orElse(roles);
    }

    private Verdict refused(
            SumMention sum,
            Site site,
            Roles roles,
            Optional<Entry.Authority> authority,
            Refusal.Reason reason,
            List<Refusal> refused) {
        Refusal refusal = refusal(sum, reason);
        refused.add(refusal);
        return new Verdict(site, roles, authority, Optional.of(refusal), SumClues.refused(reason));
    }

    /**
     * The rules' verdict on a sum.
     *
     * @param site its position
     * @param roles its donors and recipients
     * @param authority the authority named beside it
     * @param refusal its refusal, if no rule accepted it
     * @param clue the clue naming the rule that read it, or the reason for refusal
     */
    private record Verdict(
            Site site, Roles roles, Optional<Entry.Authority> authority, Optional<Refusal> refusal, String clue) {

        /** Does it have a recipient, and did no rule accept it or find a reason against it? */
        boolean isOpen() {
            return !roles.recipients().isEmpty()
                    && refusal.filter(why -> why.reason() == Refusal.Reason.NO_ASSISTANCE)
                            .isPresent();
        }
    }

    /** Sums on which no rule decides are weighed once the other gifts of the report are known. */
    private void settle(List<Verdict> verdicts, List<Candidate> candidates, List<Refusal> refused) {
        Gifts known = new Gifts(candidates);
        for (Verdict sum : verdicts) {
            if (sum.isOpen() && isGift(sum, known)) {
                sum.refusal().ifPresent(refused::remove);
                FactKind kind = totals.isCounted(sum.site()) ? FactKind.SINCE : FactKind.WEIGHED;
                candidates.add(candidate(sum.site(), sum.roles(), sum.authority(), kind, false));
            }
        }
        candidates.sort(TEXT_ORDER);
    }

    private boolean isGift(Verdict sum, Gifts known) {
        return weights.sums().accept(sumClues.find(sum.site(), sum.roles(), sum.clue(), known));
    }

    private Candidate candidate(
            Site site, Roles named, Optional<Entry.Authority> authority, FactKind kind, boolean sale) {
        boolean total = kind.total();
        StageRules.Told stage = total ? totalStages.find(site, kind.isTracked()) : stages.find(site, named, sale);
        TypeRules.Told type = types.find(site, authority, named, sale && !total, stage, total);
        Optional<AuthorityFinder.Told> told =
                total ? Optional.empty() : authorities.tell(site, authority, named, type.type(), sale);
        Terms terms = new Terms(
                site.sum().amount(),
                named.donorCodes(),
                named.recipientCodes(),
                type.type(),
                stage.stage(),
                told.map(AuthorityFinder.Told::code));
        return new Candidate(
                site,
                kind,
                terms,
                named,
                stage,
                type,
                told.flatMap(AuthorityFinder.Told::words),
                total ? bases.find(site) : Optional.empty(),
                authorities.ordinal(site),
                marks.isHedgedTitle(site),
                quote(site),
                List.of(site));
    }

    private Refusal refusal(SumMention sum, Refusal.Reason reason) {
        Span span = text.tokens().span(sum.outerStart(), sum.end() - 1);
        return new Refusal(sum.amount(), text.document().evidence(span), reason);
    }

    /** Only their owner draws down stocks; programmes of allies belong to all allies. */
    private static boolean isGiversOwn(Entry.Authority authority, Roles roles) {
        boolean shared = authority.giver().equals("ALLIES") || authority.giver().equals("G7");
        return shared || roles.donors().isEmpty() || roles.donorCodes().contains(authority.giver());
    }

    private Span quote(Site site) {
        Tokens tokens = text.tokens();
        int first = site.start();
        int last = Math.max(site.end(), site.sum().end());
        if (last - first > QUOTE_TOKENS) {
            first = Math.max(first, site.sum().outerStart() - QUOTE_TOKENS / 2);
            last = Math.min(last, first + QUOTE_TOKENS);
            last = Math.max(last, site.sum().end());
        }
        return tokens.span(first, last - 1);
    }
}
