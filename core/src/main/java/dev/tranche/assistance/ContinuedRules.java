package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises sums that continue an earlier one: "about $1 billion of it", "it is worth $275 million". */
final class ContinuedRules {

    private static final Words LINK = Words.of("goes go will would went");
    private static final Words PIECE = Words.of("part portion share");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9][0-9]");
    private static final int NEAR = 2;

    private static final FactKind NAMED = FactKind.aid("named");

    /** The greatest distance in sentences between two sums of one report: most articles are no longer. */
    private static final int REPORT_REACH = 12;

    private final MarkedText text;
    private final Tokens tokens;
    private final ReportContext context;

    ContinuedRules(MarkedText text, ReportContext context) {
        this.text = text;
        this.tokens = text.tokens();
        this.context = context;
    }

    /** "the first $2.7bn tranche": a piece without its own donor has the donor of the programme named just before. */
    Roles linked(Site site, Roles roles, List<Candidate> earlier) {
        boolean piece = site.headIs(text, Cue.PACKAGE) || site.headIs(text, Cue.LOAN) || site.headIs(text, Cue.MONEY);
        boolean home = roles.donors().stream().anyMatch(p -> p.basis() == Basis.DEFAULT);
        if (!roles.namesRecipient() && !earlier.isEmpty()) {
            roles = sharing(site, roles, earlier.getLast());
        }
        if (roles.namesDonor() || home || !piece || roles.privately()) {
            return roles;
        }
        if (isWholeOfEarlier(site, earlier)) {
            return roles.withDonors(List.of());
        }
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Candidate other = earlier.get(i);
            boolean near = site.index() - other.site().index() <= NEAR;
            boolean same = roles.recipients().isEmpty()
                    || other.recipients().stream().anyMatch(roles.recipientCodes()::contains);
            if (near && same && other.roles().namesDonor() && !other.total()) {
                return roles.withDonors(
                        other.roles().donors().stream().map(Party::inContext).toList());
            }
        }
        return roles;
    }

    /** "Of this, 5 million", "Canada put up 1 million": a sum without a recipient goes to that of the preceding sum. */
    private Roles sharing(Site site, Roles roles, Candidate last) {
        boolean near =
                site.index() - last.site().index() <= 1 && !last.recipients().isEmpty();
        boolean fewer = !last.recipients().contains(PartyReader.ALLIES)
                && !last.recipients().contains("UN")
                && last.recipients().size() > roles.recipients().size()
                && last.recipients().containsAll(roles.recipientCodes());
        // "Washington will also pay": the recipient is still that of the previous sentence.
        boolean also = near
                && site.predicates().stream()
                        .filter(p -> !p.isNoun())
                        .limit(1)
                        .anyMatch(p -> English.ALSO.at(tokens, p.token() - 1))
                && last.roles().namesRecipient();
        return near && (Anaphora.isPart(text, site) || fewer || also)
                ? roles.withRecipients(
                        last.roles().recipients().stream().map(Party::inContext).toList())
                : roles;
    }

    /** "a grant from a larger $30bn package": the larger whole has its own donors, not named. */
    private boolean isWholeOfEarlier(Site site, List<Candidate> earlier) {
        boolean part = site.heads().stream().anyMatch(head -> PIECE.at(tokens, head));
        return part
                && earlier.stream()
                        .anyMatch(c -> site.index() - c.site().index() <= 1
                                && c.terms()
                                                .amount()
                                                .value()
                                                .compareTo(site.sum().amount().value())
                                        < 0);
    }

    /** "113 billion since the war began, including 67 billion for defence": a share of a total is not a package. */
    boolean isShareOfTotal(Site site, List<Candidate> earlier) {
        if (earlier.isEmpty() || !earlier.getLast().total()) {
            return false;
        }
        Site total = earlier.getLast().site();
        boolean complement = site.predicates().stream()
                .filter(p -> !p.isNoun())
                .limit(1)
                .anyMatch(p -> English.BE.at(tokens, p.token()));
        if (complement && Anaphora.isPart(text, site) && site.index() - total.index() <= 1) {
            return true;
        }
        if (total.index() == site.index() && isOfNextYear(site, total)) {
            return true;
        }
        boolean own = site.headIs(text, Cue.PACKAGE) || text.is(site.sum().outerStart() - 1, Cue.FRESH);
        for (Predicate predicate : site.predicates()) {
            own |= !predicate.isNoun()
                    && !predicate.behind()
                    && predicate.token() > total.sum().end()
                    && !predicate.is(text, Cue.INCLUDE);
        }
        if (own || total.index() != site.index()) {
            return false;
        }
        boolean beside = English.WITH.at(tokens, site.sum().outerStart() - 2);
        return earlier.getLast().kind().isShare() && !beside
                || Site.any(text, total.sum().end(), site.sum().start(), Cue.INCLUDE);
    }

    /**
     * "In May and June Norway gave 4 million, Sweden 3 million", "gave 4 million to Mali and 3 million to Togo": verb
     * and time hold for each sum.
     */
    boolean isGapped(Site site, List<Candidate> earlier) {
        if (earlier.isEmpty()
                || !earlier.getLast().total()
                || !earlier.getLast().kind().isLoose()) {
            return false;
        }
        Site total = earlier.getLast().site();
        int before = site.sum().outerStart() - 1;
        boolean row = text.actorAt(before) != null
                || English.AND.at(tokens, before)
                        && English.TOWARD.at(tokens, site.sum().end());
        return row
                && total.index() == site.index()
                && site.clauses().all().stream()
                        .noneMatch(c -> c.verb() >= total.sum().end() && c.verb() < before)
                && site.predicates().stream()
                        .noneMatch(p -> !p.isNoun() && p.token() >= site.sum().end());
    }

    /** "Amounted to 5.6 million in 2022 and 5.8 million in 2023": the total of another year. */
    private boolean isOfNextYear(Site site, Site total) {
        return English.AND.at(tokens, site.sum().outerStart() - 1)
                && isInYear(site.sum().end())
                && isInYear(total.sum().end());
    }

    private boolean isInYear(int at) {
        return English.IN.at(tokens, at)
                && at + 1 < tokens.size()
                && YEAR.matcher(tokens.string(at + 1)).matches();
    }

    Optional<FactKind> decide(Site site, Roles roles, List<Candidate> earlier) {
        boolean both = !roles.recipients().isEmpty() && !roles.donors().isEmpty();
        boolean named = !roles.donors().isEmpty() && context.isAidReport(site.index()) && isMoved(site);
        if (both && named && isForPurpose(site)) {
            return Optional.of(FactKind.aid("purpose"));
        }
        if (both && Anaphora.isWorth(text, site) && namesAidNear(site)) {
            return Optional.of(FactKind.aid("worth"));
        }
        if (earlier.isEmpty()) {
            boolean official =
                    roles.namesDonor() || Site.any(text, site.sentence().start(), site.start(), Cue.LEGISLATURE);
            boolean about = (context.isAidReport(site.index()) || official) && both;
            return about && isForReceiver(site, roles) ? Optional.of(FactKind.aid("for")) : Optional.empty();
        }
        Candidate last = earlier.get(earlier.size() - 1);
        int distance = site.index() - last.site().index();
        if (distance <= NEAR && Anaphora.isPart(text, site)) {
            return Optional.of(last.total() ? FactKind.SHARE : FactKind.aid("part"));
        }
        if (isForReceiver(site, roles)) {
            return Optional.of(FactKind.aid("for"));
        }
        if (distance <= 1 && Anaphora.isWorth(text, site)) {
            return Optional.of(FactKind.aid("worth"));
        }
        if (distance <= NEAR && last.total() && isFigure(site)) {
            return Optional.of(FactKind.FIGURE);
        }
        boolean close = distance <= NEAR && both;
        boolean further = text.is(site.sum().outerStart() - 1, Cue.FRESH)
                || text.is(site.sum().outerStart(), Cue.FRESH);
        if (close && further && distance <= 1) {
            return Optional.of(FactKind.aid("further"));
        }
        boolean includes = site.predicates().stream().anyMatch(p -> !p.isNoun() && p.is(text, Cue.INCLUDE));
        if (close && (site.has(text, Cue.PACKAGE) || isForPurpose(site) || includes && distance <= 1)) {
            return Optional.of(FactKind.aid("continued"));
        }
        if (distance <= NEAR && isGiven(site, roles, last)) {
            return Optional.of(FactKind.aid("given"));
        }
        if (distance == 0 && last.total() && English.SINCE.at(tokens, site.end())) {
            return Optional.of(FactKind.SHARE);
        }
        boolean listed = distance == 0 && close && isListed(site, last);
        if (listed) {
            return Optional.of(FactKind.aid("listed"));
        }
        boolean own = isNamed(roles) || both && isHomeMoney(roles) && isMovedHere(site);
        return own && !isPrice(site) && distance <= REPORT_REACH ? Optional.of(NAMED) : Optional.empty();
    }

    /** "SEK 1.1 billion is contributed": the currency names the donor. */
    private static boolean isHomeMoney(Roles roles) {
        return roles.donors().stream().anyMatch(p -> p.basis() == Basis.DEFAULT);
    }

    private boolean isMovedHere(Site site) {
        return site.predicates().stream()
                .anyMatch(p ->
                        !p.isNoun() && (p.is(text, Cue.GIVE) || p.is(text, Cue.PROMISE) || p.is(text, Cue.DELIVER)));
    }

    /** "Japan sold cars for $8 million", "bought launchers at $2 million": the price of something. */
    private boolean isPrice(Site site) {
        NounGroup group = site.group();
        Clause clause = site.clause();
        boolean tied = group != null
                && group.preposition() >= 0
                && (English.FOR.at(tokens, group.preposition()) || English.AT.at(tokens, group.preposition()));
        boolean bought = clause != null
                && clause.verb() >= 0
                && !clause.objects().isEmpty()
                && !text.is(clause.verb(), Cue.GIVE)
                && !text.is(clause.verb(), Cue.REQUEST);
        return site.governedBy(text, Cue.SELL) || tied && bought;
    }

    /** In a report about other aid, a sum beside the name of a donor or recipient belongs to it. */
    private static boolean isNamed(Roles roles) {
        boolean both = !roles.recipients().isEmpty() && !roles.donors().isEmpty();
        return both && (roles.namesDonor() || roles.namesRecipient());
    }

    /** "Counted from 2014 the figure is $8.7 billion": a different base of the preceding total. */
    private boolean isFigure(Site site) {
        return !site.heads().isEmpty()
                && English.TOTAL.at(tokens, site.heads().getFirst())
                && site.predicates().stream().anyMatch(p -> !p.isNoun() && English.BE.at(tokens, p.token()));
    }

    /** "7.5 billion kroner is for weapons", "a further $10 million will help to repair the grid". */
    private boolean isForPurpose(Site site) {
        boolean further = text.is(site.sum().outerStart() - 1, Cue.FRESH);
        int at = afterLink(site);
        if (!English.TOWARD.at(tokens, at) && !English.ON.at(tokens, at) && !further) {
            return false;
        }
        for (int token = at; token < Math.min(site.sentence().end(), at + 8); token++) {
            if (text.is(token, Cue.WEAPON)
                    || text.is(token, Cue.MILITARY)
                    || text.is(token, Cue.HUMANITARIAN)
                    || text.is(token, Cue.AID)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMoved(Site site) {
        return site.predicates().stream()
                .anyMatch(p -> !p.isNoun() && p.object() && (p.is(text, Cue.GIVE) || p.is(text, Cue.PROMISE)));
    }

    /** Returns the token after "is", "goes" or "will go" that follows the sum. */
    private int afterLink(Site site) {
        int at = site.end();
        while (at < tokens.size()
                && (English.BE.at(tokens, at)
                        || LINK.at(tokens, at)
                        || tokens.isSign(at, ',') && English.BE.at(tokens, at + 1))) {
            at++;
        }
        return at;
    }

    /** "including A and B", "$1.85 billion: $1 billion in weapons and $850 million through …". */
    private boolean isListed(Site site, Candidate last) {
        for (int token = site.sentence().start(); token < site.sum().start(); token++) {
            boolean opens = text.is(token, Cue.INCLUDE)
                    || tokens.isSign(token, ':') && token > site.sentence().start() + 3;
            if (opens && last.site().sum().start() >= site.sentence().start()) {
                return true;
            }
        }
        int before = site.sum().outerStart() - 1;
        boolean row = English.AND.at(tokens, before);
        return row && (isForPurpose(site) || site.has(text, Cue.LOAN) || site.has(text, Cue.HUMANITARIAN));
    }

    /** "Sweden contributes $275 million" in a report on aid. */
    private boolean isGiven(Site site, Roles roles, Candidate last) {
        boolean same = last.recipients().stream().anyMatch(roles.recipientCodes()::contains);
        if (!roles.namesDonor() || roles.recipients().isEmpty() || !same && !namesAidNear(site)) {
            return false;
        }
        return site.predicates().stream()
                .filter(p -> !p.isNoun())
                .limit(1)
                .anyMatch(p ->
                        p.object() && (p.is(text, Cue.GIVE) || p.is(text, Cue.PROMISE) || p.is(text, Cue.ANNOUNCE)));
    }

    private boolean namesAidNear(Site site) {
        for (int i = Math.max(0, site.index() - NEAR); i <= site.index(); i++) {
            Sentence s = text.sentences().get(i);
            if (Site.any(text, s.start(), s.end(), Cue.AID)
                    || Site.any(text, s.start(), s.end(), Cue.WEAPON)
                    || s.title() && Site.any(text, s.start(), s.end(), Cue.GIVE)) {
                return true;
            }
        }
        return false;
    }

    /** "$61 billion is for Ukraine", "$8 billion for Taiwan". */
    private boolean isForReceiver(Site site, Roles roles) {
        if (!roles.namesRecipient()) {
            return false;
        }
        int at = afterLink(site);
        if (!English.TOWARD.at(tokens, at)) {
            return false;
        }
        int index = site.clauses().groupAt(at + 1);
        if (index < 0) {
            return false;
        }
        NounGroup group = site.clauses().groups().get(index);
        return roles.recipients().stream().anyMatch(p -> p.start() >= group.start() && p.start() < group.end());
    }
}
