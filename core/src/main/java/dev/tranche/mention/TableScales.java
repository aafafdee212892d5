package dev.tranche.mention;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scale and currency that the head of a table or list states once for all its numbers.
 *
 * <pre>
 * head = ( "(" | line start ) { told | "," } [ "in" ] ( scale [ "of" ] mark | mark scale | scaled mark ) ( ")" | ":" | line end )
 *                                                     ; "(EUR million)", "In millions of dollars:", "(figures in €m)"
 * cell = name [ ":" ] number ( "," | ";" | "." | "|" | "and" | line end )   ; "Germany 500,"
 * </pre>
 *
 * <p>A head applies to the end of its paragraph. A year is not a cell, nor is a number beside another number: which
 * column it belongs to is not known.
 */
final class TableScales {

    private static final int HEAD_WORDS = 8;

    private final NumberTable table;
    private final Tokens tokens;
    private final MoneyNumberReader reader;
    private final MoneyMarks marks;
    private int scanned;
    private int headEnd;
    private @Nullable Head head;

    TableScales(Lexicon lexicon, Tokens tokens, MoneyNumberReader reader) {
        this.table = lexicon.numbers();
        this.tokens = tokens;
        this.reader = reader;
        this.marks = reader.marks();
    }

    private record Head(String currency, BigDecimal scale, int end) {}

    /** Does the token belong to a head, so that its "millions of euros" are not a sum? */
    boolean isHead(int token) {
        scan(token);
        return token < headEnd;
    }

    /** Returns the sum in the cell that a token begins; null if there is none. Tokens must be queried in order. */
    @Nullable
    MoneyNumber at(int token) {
        scan(token);
        Head known = head;
        if (known == null || tokens.kind(token) != TokenKind.NUMBER || !isCell(token)) {
            return null;
        }
        Quantity number = reader.numbers().at(token);
        if (number == null || number.scale().isPresent() || number.number().signum() <= 0) {
            return null;
        }
        MoneyMarks.Mark mark = new MoneyMarks.Mark(known.currency, known.scale, token, token);
        return new MoneyNumber(number.scaled(known.scale), mark, null, token, number.end());
    }

    private void scan(int token) {
        for (; scanned <= token; scanned++) {
            if (scanned > 0 && tokens.linesBefore(scanned) > 1) {
                head = null;
            }
            boolean opens = tokens.isSign(scanned, '(') || tokens.isSign(scanned, '[');
            if (opens || scanned == 0 || tokens.linesBefore(scanned) > 0) {
                Optional<Head> found = head(opens ? scanned + 1 : scanned, opens);
                if (found.isPresent()) {
                    head = found.get();
                    headEnd = found.get().end;
                }
            }
        }
    }

    private Optional<Head> head(int from, boolean bracket) {
        int at = from;
        int limit = Math.min(tokens.size(), from + HEAD_WORDS);
        boolean in = false;
        while (at < limit && (isTold(at) || tokens.isSign(at, ',') && bracket)) {
            in |= table.is(tokens, at, NumberKind.IN);
            at++;
        }
        if (!bracket && !in || at >= limit) {
            return Optional.empty();
        }
        return scaleThenMark(at, bracket);
    }

    private boolean isTold(int token) {
        return table.is(tokens, token, NumberKind.TOLD) || table.is(tokens, token, NumberKind.IN);
    }

    private Optional<Head> scaleThenMark(int at, boolean bracket) {
        BigDecimal scale = scale(at);
        if (scale != null) {
            int of = table.is(tokens, at + 1, NumberKind.OF) ? at + 2 : at + 1;
            MoneyMarks.Mark mark = marks.after(of);
            return mark != null && mark.scale() == null && closes(mark.end(), bracket)
                    ? Optional.of(new Head(mark.currency(), scale, mark.end()))
                    : Optional.empty();
        }
        MoneyMarks.Mark mark = marks.after(at);
        if (mark == null) {
            return Optional.empty();
        }
        if (mark.scale() != null) {
            return closes(mark.end(), bracket)
                    ? Optional.of(new Head(mark.currency(), mark.scale(), mark.end()))
                    : Optional.empty();
        }
        int next = tokens.isWord(mark.end()) ? mark.end() : -1;
        BigDecimal after = next < 0 ? null : marks.scaleOf(tokens.hash(next));
        after = after == null && next >= 0 ? scale(next) : after;
        return after != null && closes(next + 1, bracket)
                ? Optional.of(new Head(mark.currency(), after, next + 1))
                : Optional.empty();
    }

    private @Nullable BigDecimal scale(int token) {
        BigDecimal plural = table.value(tokens, token, NumberKind.SCALES);
        return plural != null ? plural : table.value(tokens, token, NumberKind.SCALE);
    }

    private boolean closes(int end, boolean bracket) {
        if (bracket) {
            return tokens.isSign(end, ')') || tokens.isSign(end, ']') || tokens.isSign(end, ',');
        }
        return tokens.isSign(end, ':') || end >= tokens.size() || tokens.linesBefore(end) > 0;
    }

    private boolean isCell(int token) {
        if (token == 0 || NumberReader.isYear(tokens, token)) {
            return false;
        }
        int before = token - 1;
        boolean sign = tokens.isSign(before, ':') || tokens.isSign(before, '|');
        boolean named = sign || tokens.isWord(before) && tokens.isCapital(before);
        int end = token + 1;
        boolean closed = end >= tokens.size()
                || tokens.linesBefore(end) > 0
                || tokens.isSign(end, ',')
                || tokens.isSign(end, ';')
                || tokens.isSign(end, '.')
                || tokens.isSign(end, '|') && !isNumberAt(end + 1)
                || table.is(tokens, end, NumberKind.AND);
        boolean alone = !(sign && isNumberAt(before - 1));
        return named && closed && alone;
    }

    private boolean isNumberAt(int token) {
        return token >= 0 && token < tokens.size() && tokens.kind(token) == TokenKind.NUMBER;
    }
}
