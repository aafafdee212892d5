package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.page.DayText;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.MarkedDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a PDF document as one report; scanned and encrypted ones say so.
 *
 * <p>The day on which the file was made is a weak clue: it counts only if the first page names no day.
 */
public final class PdfSource implements Source {

    private static final int MOST_PAGES = 5000;
    private static final int FIRST_CHARACTERS = 3000;
    private static final int LONGEST_TITLE = 300;

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "A PDF document may be up to 64 MiB, and this one is larger; not read.");
            return;
        }
        try (PDDocument document =
                Loader.loadPDF(bytes.get(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            read(content, document, sink);
        } catch (InvalidPasswordException locked) {
            sink.refuse(content.name(), ProblemCode.NOT_READ, "This is an encrypted PDF document; not read.");
        } catch (PdfText.TooMuch endless) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "This is a PDF document that takes far more work than one made for people; not read.");
        } catch (IOException | RuntimeException broken) {
            String why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            sink.refuse(
                    content.name(), ProblemCode.UNREADABLE, "This is a broken PDF document; not read: " + why + ".");
        }
    }

    private static void read(Content content, PDDocument document, Sink sink) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "This is a PDF document of " + pages + " pages; at most " + MOST_PAGES + " are read. Not read.");
            return;
        }
        BlockText text = PdfText.read(document);
        if (text.length() == 0) {
            String why =
                    pages == 0 || !PdfText.hasPictures(document) ? "without text" : "of scanned pages, without text";
            sink.refuse(content.name(), ProblemCode.NOT_READ, "This is a PDF document " + why + "; not read.");
            return;
        }
        if (isCipher(text.text())) {
            sink.refuse(
                    content.name(),
                    ProblemCode.NOT_READ,
                    "This is a PDF document whose fonts do not say which letters they show; not read.");
            return;
        }
        PDDocumentInformation about = document.getDocumentInformation();
        String language =
                Optional.ofNullable(document.getDocumentCatalog().getLanguage()).orElse("");
        sink.report(
                content.name(),
                text.document(
                                content.baseName(),
                                title(about),
                                day(about, text.text(), language),
                                Optional.ofNullable(about.getAuthor())
                                        .map(String::strip)
                                        .filter(name -> !name.isEmpty()),
                                Optional.empty())
                        .with(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(language)
                                        .filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"))));
    }

    /** Fonts without names for their letters turn words into arbitrary characters; prose is mostly letters. */
    private static boolean isCipher(String text) {
        long signs = text.chars().filter(c -> c > ' ').count();
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        return signs > 200 && letters * 2 < signs;
    }

    /** Programs put the file name where the title belongs. */
    private static String title(PDDocumentInformation about) {
        String title = about.getTitle() == null
                ? ""
                : about.getTitle().replaceAll("\\s+", " ").strip();
        boolean file =
                title.matches("(?i).*\\.(docx?|indd|pdf|rtf|qxd|xlsx?|pptx?|odt)|microsoft word.*|untitled.*|.*\\\\.*");
        return file || title.length() > LONGEST_TITLE || !title.contains(" ") ? "" : title;
    }

    private static Optional<MarkedDay> day(PDDocumentInformation about, String text, String language) {
        String first = text.substring(0, Math.min(text.length(), FIRST_CHARACTERS));
        Calendar made = about.getCreationDate();
        if (made == null || DayText.find(first, language).isPresent()) {
            return Optional.empty();
        }
        LocalDate day = made.toInstant().atZone(made.getTimeZone().toZoneId()).toLocalDate();
        return Optional.of(new MarkedDay(day, "markup.pdf.created", day.toString()));
    }
}
