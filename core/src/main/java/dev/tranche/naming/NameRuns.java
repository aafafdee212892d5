package dev.tranche.naming;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NameWords;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds runs of capitalised words that are a person's name. */
final class NameRuns {

    private static final int MOST_WORDS = 4;

    /** The tokens of ", Jr.". */
    private static final int MOST_SUFFIX = 3;

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final boolean[] taken;
    private final NameWords names;

    NameRuns(Lexicon lexicon, MarkedText text, boolean[] taken) {
        this.lexicon = lexicon;
        this.names = NameWords.of(lexicon);
        this.text = text;
        this.tokens = text.tokens();
        this.taken = taken;
    }

    /**
     * Returns the name that starts at the token, or null.
     *
     * @param titled is it preceded by a title, so that a single word is enough?
     */
    @Nullable
    Run at(int token, boolean titled) {
        int at = token;
        if (at >= tokens.size()) {
            return null;
        }
        ActorMention actor = text.actorAt(at);
        if (actor != null) {
            return actor.form() == ActorForm.PERSON && actor.start() == at ? new Run(at, actor.end(), actor) : null;
        }
        if (!isNameWord(at) || text.sentenceOf(at).title() && !isNamedInTitle(at)) {
            return null;
        }
        if (!titled && names.isTitle(tokens, at) && !GivenNames.tells(tokens, at)) {
            return null;
        }
        int words = 0;
        int end = at;
        int limit = text.sentenceOf(at).end();
        while (at < limit && words < MOST_WORDS) {
            ActorMention inside = text.actorAt(at);
            if (inside != null) {
                boolean surname = words > 0
                        && inside.form() == ActorForm.PERSON
                        && inside.start() == at
                        && inside.end() == at + 1;
                boolean people = words == 1
                        && inside.form() == ActorForm.DEMONYM
                        && inside.end() == at + 1
                        && GivenNames.tells(tokens, token);
                if (people && inside.start() == at) {
                    return new Run(token, at + 1, null);
                }
                return surname ? withKnownSurname(token, inside) : closed(token, end, words, titled);
            }
            boolean particle = words > 0 && Grammar.NAME_PARTICLE.at(tokens, at) && isNameWord(at + 1);
            if (!isNameWord(at) && !particle) {
                break;
            }
            words += particle ? 0 : 1;
            at++;
            end = particle ? end : at;
            at = afterJoint(at);
        }
        return closed(token, end, words, titled);
    }

    /**
     * A first name unknown to the lexicon before a surname it knows means somebody else, unless a title says otherwise.
     */
    private Run withKnownSurname(int start, ActorMention surname) {
        String before = tokens.string(start);
        String known = surname.name();
        boolean same = FirstNames.fit(before, known.substring(0, Math.max(0, known.indexOf(' '))));
        return new Run(start, surname.end(), same ? surname : null);
    }

    private @Nullable Run closed(int start, int end, int words, boolean titled) {
        if (words > 2 && GivenNames.tells(tokens, start) && !isPlainCase(start)) {
            // Where every word is capitalised, words after a first name and a surname belong to the headline.
            return new Run(start, start + 2, null);
        }
        boolean enough = words >= 2 || titled && words == 1 && tokens.end(start) - tokens.start(start) > 2;
        return enough ? new Run(start, names.suffixEnd(tokens, end), null) : null;
    }

    /** Skips the hyphen of a double name, the full stop of an initial and an editor's closing bracket. */
    private int afterJoint(int at) {
        if (at + 1 >= tokens.size()) {
            return at;
        }
        boolean hyphen = tokens.isSign(at, '-')
                && tokens.start(at) == tokens.end(at - 1)
                && tokens.start(at + 1) == tokens.end(at);
        boolean initial = tokens.isSign(at, '.') && tokens.end(at - 1) - tokens.start(at - 1) == 1;
        boolean bracket = tokens.isSign(at, ')');
        return (hyphen || initial || bracket) && isNameWord(at + 1) ? at + 1 : at;
    }

    /** Returns the name in capitals at the token when a colon follows it, as in the label of a transcript, or null. */
    @Nullable
    Run label(int token) {
        boolean name = tokens.isWord(token)
                && tokens.isUpper(token)
                && tokens.end(token) - tokens.start(token) > 2
                && tokens.isSign(token + 1, ':');
        return name ? new Run(token, token + 1, null) : null;
    }

    private boolean isNameWord(int token) {
        return token >= 0
                && token < tokens.size()
                && !taken[token]
                && tokens.isWord(token)
                && tokens.isCapital(token)
                && !Grammar.NOT_NAME.at(tokens, token)
                && !names.is("suffix", tokens, token)
                && (!tokens.isUpper(token)
                        || tokens.end(token) - tokens.start(token) == 1
                        || GivenNames.tells(tokens, token));
    }

    /** In a headline in sentence case a first name is still evidence; where most words are capitalised, it is not. */
    private boolean isNamedInTitle(int token) {
        return GivenNames.tells(tokens, token) && isPlainCase(token);
    }

    /** Are most longer words of the sentence in lower case? */
    private boolean isPlainCase(int token) {
        Sentence title = text.sentenceOf(token);
        int small = 0;
        int capital = 0;
        for (int at = title.start() + 1; at < title.end(); at++) {
            if (tokens.isWord(at) && tokens.end(at) - tokens.start(at) > 3) {
                small += tokens.isCapital(at) ? 0 : 1;
                capital += tokens.isCapital(at) ? 1 : 0;
            }
        }
        return small >= capital;
    }

    /**
     * Returns full names without a title that their context shows to be persons: a verb of saying beside them,
     * or an apposition that starts with a title.
     */
    List<Run> loose(WordTable<Title> titles) {
        List<Run> found = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            boolean later = !GivenNames.tells(tokens, token) && GivenNames.tells(tokens, token + 1);
            if (taken[token]
                    || !isNameWord(token)
                    || text.actorAt(token) != null
                    || later && isNameWord(token + 1) && tokens.isWord(token + 2)) {
                continue;
            }
            Run run = at(token, false);
            if (run == null) {
                continue;
            }
            if (run.actor() == null && isPerson(run, titles)) {
                found.add(run);
            }
            token = run.end() - 1;
        }
        return found;
    }

    private boolean isPerson(Run run, WordTable<Title> titles) {
        boolean gear = text.thingsFrom(Math.max(0, run.start() - 2), run.end()).stream()
                .anyMatch(thing -> thing.end() > run.start());
        if (gear || Grammar.NO_PERSON.at(tokens, run.end() - 1)) {
            return false;
        }
        boolean given = GivenNames.tells(tokens, run.start());
        for (int token = run.start(); token < run.end(); token++) {
            boolean common = !given && lexicon.isCommonWord(tokens.hash(token));
            if (common || titles.at(tokens, token) != null) {
                return false;
            }
        }
        int after = run.end();
        boolean article = run.start() > 0 && Grammar.DETERMINER.at(tokens, run.start() - 1);
        if (article) {
            return false;
        }
        if (given || Grammar.SPEAK.at(tokens, after) || Grammar.SPEAK.at(tokens, run.start() - 1)) {
            return true;
        }
        return after < tokens.size() && tokens.isSign(after, ',') && isApposed(after + 1, titles);
    }

    /** "…, who led the army", "…, 61, a farmer", "…, a Russian-installed governor". */
    private boolean isApposed(int from, WordTable<Title> titles) {
        if (Grammar.WHO.at(tokens, from)) {
            return true;
        }
        boolean age = from + 1 < tokens.size()
                && tokens.kind(from) == TokenKind.NUMBER
                && tokens.end(from) - tokens.start(from) == 2
                && tokens.isSign(from + 1, ',');
        if (age) {
            return true;
        }
        int limit = Math.min(tokens.size(), from + 8);
        for (int token = from; token < limit; token++) {
            if (tokens.kind(token) == TokenKind.SIGN && !tokens.isSign(token, '-')) {
                return false;
            }
            WordTable.Hit<Title> hit = titles.at(tokens, token);
            if (hit != null
                    && hit.value().kind() != TitleKind.TEXT
                    && hit.value().kind() != TitleKind.BODY) {
                return true;
            }
        }
        return false;
    }

    /**
     * A name in the text.
     *
     * @param start index of its first token
     * @param end index after its last token
     * @param actor the office-holder of the lexicon, or null for a person not in it
     */
    record Run(int start, int end, @Nullable ActorMention actor) {

        /** Returns the name as written, without "Jr." and the like. */
        String words(Tokens tokens, NameWords names) {
            int last = end;
            for (int at = Math.max(start + 1, end - MOST_SUFFIX); at < end; at++) {
                if (names.suffixEnd(tokens, at) == end) {
                    last = at;
                    break;
                }
            }
            return tokens.text().substring(tokens.start(start), tokens.end(last - 1));
        }
    }
}
