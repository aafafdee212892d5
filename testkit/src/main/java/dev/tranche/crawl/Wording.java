package dev.tranche.crawl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pages about nothing, in English and other languages, with the weight of scripts and menus that pages carry. */
final class Wording {

    private static final int PARAGRAPHS = 9;
    private static final int SENTENCES = 4;

    /** Besides its text, a news page contains five to twenty times as much: menus, teasers, scripts, styles. */
    private static final int TEASERS = 60;

    private static final int SCRIPT_LINES = 300;

    private static final String[] ENGLISH = {
        "the council",
        "a local team",
        "the museum",
        "her neighbour",
        "the bakery",
        "a young runner",
        "the old bridge",
        "the weather service",
        "a choir of pupils",
        "the railway",
        "opened again",
        "was praised",
        "won the match",
        "will close for repairs",
        "has found a home",
        "lost its roof",
        "was seen by visitors",
        "kept the town waiting",
        "on a rainy morning",
        "after years of work",
        "with the help of friends",
        "in the north of the county",
        "for the first time",
        "at the end of the season",
        "before the holidays",
        "near the river",
        "said the director",
        "as the crowd looked on",
        "and nobody was hurt",
        "which surprised many",
        "while the band played"
    };

    private static final String[][] FOREIGN = {
        {"de", "der", "die", "und", "nicht", "mit", "für", "aus", "über", "eine", "Brücke", "Verein", "Wetter", "Schule"
        },
        {"fr", "le", "la", "et", "est", "dans", "pour", "avec", "une", "des", "école", "musée", "été", "équipe"},
        {"es", "el", "la", "que", "en", "una", "por", "para", "con", "del", "escuela", "museo", "niños", "ciudad"},
        {"ru", "и", "в", "не", "на", "что", "с", "по", "для", "это", "школа", "город", "музей", "погода"},
        {"pt", "o", "que", "em", "uma", "para", "com", "não", "dos", "escola", "cidade", "museu", "então", "time"},
        {"pl", "i", "w", "nie", "na", "się", "jest", "do", "dla", "szkoła", "miasto", "muzeum", "pogoda", "drużyna"},
        {"zh", "的", "在", "了", "是", "我们", "学校", "城市", "天气", "比赛", "今天", "朋友", "博物馆", "河边"},
        {"ar", "في", "من", "على", "إلى", "أن", "هذا", "مدرسة", "مدينة", "متحف", "طقس", "فريق", "نهر", "اليوم"}
    };

    private final SplittableRandom random;

    Wording(SplittableRandom random) {
        this.random = random;
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(pick(ENGLISH));
        }
        return words.toString();
    }

    private String sentence() {
        String words = words(3 + random.nextInt(5));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    String paragraph() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append(i == 0 ? "" : " ").append(sentence());
        }
        return text.toString();
    }

    /** A news page without aid; one in three names a price. */
    String page() {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < PARAGRAPHS; i++) {
            paragraphs.add(paragraph());
        }
        if (random.nextInt(3) == 0) {
            paragraphs.add("The repairs cost $" + (2 + random.nextInt(90)) + " million, said the director.");
        }
        return page(sentence(), LocalDate.of(2023, 1, 1).plusDays(random.nextInt(300)), paragraphs);
    }

    String page(String title, LocalDate day, List<String> paragraphs) {
        StringBuilder article = new StringBuilder();
        paragraphs.forEach(each -> article.append("<p>").append(escaped(each)).append("</p>\n"));
        return html("en", title, day, article.toString(), words(5));
    }

    String foreignPage() {
        String[] language = FOREIGN[random.nextInt(FOREIGN.length)];
        StringBuilder article = new StringBuilder();
        for (int p = 0; p < PARAGRAPHS; p++) {
            article.append("<p>");
            for (int w = 0; w < 60; w++) {
                article.append(language[1 + random.nextInt(language.length - 1)])
                        .append(w % 12 == 11 ? ". " : " ");
            }
            article.append("</p>\n");
        }
        String title = language[9] + " " + language[10] + " " + language[11];
        LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(300));
        return html(language[0], title, day, article.toString(), title);
    }

    private String html(String language, String title, LocalDate day, String article, String teaser) {
        StringBuilder page = new StringBuilder(80_000);
        page.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head><meta charset=\"utf-8\">\n");
        page.append("<title>").append(escaped(title)).append("</title>\n");
        page.append("<meta property=\"article:published_time\" content=\"")
                .append(day)
                .append("T08:30:00Z\">\n");
        script(page);
        page.append("</head>\n<body><nav><ul>");
        for (int i = 0; i < TEASERS; i++) {
            page.append("<li class=\"menu-item item-")
                    .append(i)
                    .append("\"><a href=\"/section/")
                    .append(i)
                    .append("/overview.html\" title=\"")
                    .append(teaser)
                    .append("\">")
                    .append(teaser)
                    .append("</a></li>\n");
        }
        page.append("</ul></nav>\n<main><article><h1>")
                .append(escaped(title))
                .append("</h1>\n")
                .append(article);
        page.append("</article></main>\n<footer><p>").append(teaser).append("</p></footer>\n</body></html>\n");
        return page.toString();
    }

    /** Numbers do not repeat, so that a page shrinks as much as a real one and no more. */
    private void script(StringBuilder page) {
        page.append("<style>.menu-item{margin:0;padding:4px}</style>\n<script>\n");
        for (int i = 0; i < SCRIPT_LINES; i++) {
            page.append("window.config=window.config||{};window.config[\"")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\"]={\"price\":\"$")
                    .append(random.nextInt(1_000_000))
                    .append("\",\"slot\":\"")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\",\"lazy\":true};\n");
        }
        page.append("</script>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").strip().replaceAll("\\s+", " ");
    }
}
