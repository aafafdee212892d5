package dev.tranche.statement;

import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ties denials to the claims of others in the same report; prefers no tie to a wrong one.
 *
 * <p>A denial that says what it denies goes to the claim that shares most of its words and its subject: the denier
 * or another name. A denial that only names the kind ("the accusation", "the threat") goes to the nearest statement of
 * that kind shortly before it, and "denied it" to an accusation directly before it.
 */
final class Denials {

    private static final int FEWEST_SHARED = 2;
    private static final int REACH = 60;
    private static final int NEAR = 3;
    private static final Words TOLD = Words.of("report reports statement statements story stories");

    private final MarkedText text;
    private final List<Statement> statements;
    private final List<ContentWords> words = new ArrayList<>();

    Denials(MarkedText text, List<Statement> statements) {
        this.text = text;
        this.statements = statements;
    }

    List<Statement> linked() {
        if (statements.stream().noneMatch(each -> each.stance() == Stance.DENIES)) {
            return List.copyOf(statements);
        }
        for (Statement statement : statements) {
            words.add(ContentWords.of(statement.evidence().quote())
                    .without(ContentWords.of(statement.speaker().shown()))
                    .without(ContentWords.of(statement.speaker().description())));
        }
        List<Statement> linked = new ArrayList<>(statements);
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).stance() == Stance.DENIES && Contest.mayBeOfClaim(statements.get(i))) {
                int claim = words.get(i).stems().isEmpty() ? byKind(i) : byWords(i);
                if (claim >= 0) {
                    linked.set(i, statements.get(i).denying(claim));
                }
            }
        }
        return List.copyOf(linked);
    }

    private int byWords(int denial) {
        int best = -1;
        int most = 0;
        for (int i = Math.max(0, denial - REACH); i < denial; i++) {
            if (!mayDeny(denial, i) || holds(i, denial)) {
                continue;
            }
            int shared = words.get(denial).sharedTopic(words.get(i));
            boolean named = namesDenier(i, denial) || words.get(denial).namesIn(words.get(i));
            boolean accused = statements.get(i).stance() == Stance.ACCUSES && namesDenier(i, denial);
            boolean enough = shared >= FEWEST_SHARED && named || shared >= 1 && accused;
            int score = 2 * shared + (accused ? 1 : 0);
            if (enough
                    && score > most
                    && 2 * shared >= words.get(denial).topic().size()) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    /**
     * Are the words of a denial part of those of a claim? Then they share the words of the denial, not what is denied.
     */
    private boolean holds(int claim, int denial) {
        Span outer = statements.get(claim).evidence().span();
        Span inner = statements.get(denial).evidence().span();
        return !outer.equals(inner) && outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private int byKind(int denial) {
        Stance kind = kind(statements.get(denial));
        for (int i = denial - 1; i >= Math.max(0, denial - NEAR); i--) {
            boolean near =
                    kind == Stance.ASSERTS ? i == denial - 1 : statements.get(i).stance() == kind;
            boolean told = kind != Stance.ACCUSES || namesDenier(i, denial);
            if (near && told && mayDeny(denial, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The denial's own word for what it denies; an accusation if it has none. */
    private Stance kind(Statement denial) {
        Tokens tokens = text.tokens();
        int end = tokens.firstAt(denial.evidence().span().end());
        for (int token = tokens.firstAt(denial.evidence().span().start()); token < end; token++) {
            WordTable.Hit<Stance> hit = SpeechVerb.nouns().at(tokens, token);
            if (hit != null && hit.value() != Stance.DENIES) {
                return hit.value();
            }
            if (TOLD.at(tokens, token)) {
                return Stance.ASSERTS;
            }
        }
        return Stance.ACCUSES;
    }

    private boolean mayDeny(int denial, int claim) {
        return claim != denial
                && statements.get(claim).stance() != Stance.DENIES
                && statements
                        .get(denial)
                        .speaker()
                        .differs(statements.get(claim).speaker());
    }

    private boolean namesDenier(int claim, int denial) {
        String code = statements.get(denial).speaker().country().orElse("");
        Tokens tokens = text.tokens();
        int end = tokens.firstAt(statements.get(claim).evidence().span().end());
        int token = tokens.firstAt(statements.get(claim).evidence().span().start());
        for (; token < end && !code.isEmpty(); token++) {
            @Nullable ActorMention actor = text.actorAt(token);
            if (actor != null && actor.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
