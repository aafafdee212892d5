package dev.tranche.timeline;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Words;
import dev.tranche.naming.NameKey;
import dev.tranche.naming.Spellings;
import dev.tranche.statement.Speaker;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.TreeSet;

/**
 * A key shared by the names of one speaker in several reports: "Russia's Ministry of Defence" and "the Russian defense
 * ministry", "Ihor Koval" and "Igor Kowal".
 */
final class SpeakerKey {

    private static final int STEM = 4;
    private static final Words NOT_TOLD = Words.of("the of for and a an s");
    private static final Words BODY = Words.of("ministry department government army navy military forces staff office"
            + " agency council committee commission service command parliament house party company bank board group");

    private SpeakerKey() {}

    static String of(Speaker speaker) {
        String shown = speaker.shown();
        Tokens tokens = Tokenizer.split(shown);
        boolean body = tokens.size() == 1;
        for (int token = 0; token < tokens.size(); token++) {
            body |= BODY.at(tokens, token);
        }
        boolean person = speaker.name().isPresent() && !body && shown.indexOf(' ') > 0;
        return person ? "p " + Spellings.firstKey(shown) + " " + NameKey.sound(surname(shown)) : words(speaker, tokens);
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The words in alphabetical order, without those of the country, which is given by its code. */
    private static String words(Speaker speaker, Tokens tokens) {
        String code = speaker.country().orElse("");
        String country = code.isEmpty() ? "" : NameKey.of(Lexicon.standard().nameOf(code));
        TreeSet<String> words = new TreeSet<>();
        for (int token = 0; token < tokens.size(); token++) {
            String key = tokens.isWord(token) && !NOT_TOLD.at(tokens, token) ? NameKey.of(tokens.string(token)) : "";
            boolean own =
                    country.length() >= STEM && key.length() >= STEM && key.startsWith(country.substring(0, STEM));
            if (!key.isEmpty() && (!own || tokens.size() == 1)) {
                words.add(key.equals("defens") ? "defenc" : key);
            }
        }
        return "b " + code + " " + String.join(" ", words);
    }
}
