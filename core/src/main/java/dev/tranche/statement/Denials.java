package dev.tranche.statement;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ties denials to the claims of others in the same report, by the words that they share. */
final class Denials {

    private static final int FEWEST_SHARED = 2;
    private static final int SHORTEST_WORD = 4;
    private static final int REACH = 60;

    private final List<Statement> statements;

    Denials(List<Statement> statements) {
        this.statements = statements;
    }

    List<Statement> linked() {
        if (statements.stream().noneMatch(each -> each.stance() == Stance.DENIES)) {
            return List.copyOf(statements);
        }
        List<Statement> linked = new ArrayList<>(statements);
        List<Set<Long>> words = new ArrayList<>();
        for (Statement statement : statements) {
            words.add(words(statement.evidence().quote()));
        }
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).stance() == Stance.DENIES) {
                int claim = claim(i, words);
                if (claim >= 0) {
                    linked.set(i, statements.get(i).denying(claim));
                }
            }
        }
        return List.copyOf(linked);
    }

    private int claim(int denial, List<Set<Long>> words) {
        int best = -1;
        int most = 0;
        Speaker denier = statements.get(denial).speaker();
        for (int i = Math.max(0, denial - REACH); i < Math.min(statements.size(), denial + REACH); i++) {
            Statement claim = statements.get(i);
            if (i == denial
                    || claim.stance() == Stance.DENIES
                    || claim.speaker().country().equals(denier.country())) {
                continue;
            }
            Set<Long> shared = new HashSet<>(words.get(i));
            shared.retainAll(words.get(denial));
            boolean accused = claim.stance() == Stance.ACCUSES && i < denial;
            int score = shared.size() * 2 + (accused ? 3 : 0) + (i == denial - 1 ? 1 : 0);
            if ((shared.size() >= FEWEST_SHARED || accused && !shared.isEmpty()) && score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private static Set<Long> words(String quote) {
        Tokens tokens = Tokenizer.split(quote);
        Set<Long> words = new HashSet<>();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token) && tokens.end(token) - tokens.start(token) >= SHORTEST_WORD) {
                words.add(Folding.hash(
                        quote.subSequence(tokens.start(token), Math.min(tokens.end(token), tokens.start(token) + 6))));
            }
        }
        return words;
    }
}
