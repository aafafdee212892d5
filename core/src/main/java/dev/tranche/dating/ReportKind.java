package dev.tranche.dating;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.MarkedText;
import dev.tranche.text.Document;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sort of report, which affects how far its day is from the days it names. */
enum ReportKind {
    /** A release, readout, proclamation, memorandum or the like of a government or international body. */
    OFFICIAL,
    /** A headline with up to about three sentences, as in feeds. */
    BRIEF,
    /** Any longer text. */
    ARTICLE;

    private static final int BRIEF_LENGTH = 700;
    private static final int HEAD_LINES = 6;

    /** Returns the word used in the table of shapes. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of a lexicon that distinguish the kinds. */
    static final class Signs {

        private final PhraseList<ReportKind> heads = new PhraseList<>();
        private final List<String> anywhere = new ArrayList<>();

        static Signs of(Lexicon lexicon) {
            Signs signs = new Signs();
            for (LexiconFile.Row row : lexicon.readerRows("report_kinds.csv")) {
                if (!row.field("kind").equals("official")) {
                    throw row.refuse("the only kind recognised by words is \"official\"");
                }
                switch (row.field("place")) {
                    case "head" -> row.alternatives("words").forEach(words -> signs.heads.add(words, OFFICIAL));
                    case "any" -> signs.anywhere.addAll(row.alternatives("words"));
                    default -> throw row.refuse("a place is \"head\" or \"any\"");
                }
            }
            return signs;
        }

        ReportKind kind(MarkedText text) {
            Document document = text.document();
            if (isOfficialHead(text) || anywhere.stream().anyMatch(document.text()::contains)) {
                return OFFICIAL;
            }
            return document.body().length() <= BRIEF_LENGTH ? BRIEF : ARTICLE;
        }

        private boolean isOfficialHead(MarkedText text) {
            Tokens tokens = text.tokens();
            int lines = 0;
            for (Sentence sentence : text.sentences()) {
                if (!sentence.title() && !sentence.paragraphStart()) {
                    continue;
                }
                if (++lines > HEAD_LINES) {
                    return false;
                }
                if (!heads.at(tokens, sentence.start()).meanings().isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }
}
