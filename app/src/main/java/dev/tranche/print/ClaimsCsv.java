package dev.tranche.print;

import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.Claim;
import dev.tranche.view.StatementLine;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a book of claims as an RFC 4180 table with a header row; {@code |} separates values. */
public final class ClaimsCsv {

    private ClaimsCsv() {}

    /** Returns the table of statements; {@code from} and {@code to} are the days of the first report. */
    public static String table(List<StatementLine> lines) {
        CsvTable csv = new CsvTable();
        csv.row(
                "id",
                "from",
                "to",
                "speaker",
                "description",
                "country",
                "anonymous",
                "verb",
                "direct",
                "stance",
                "via",
                "denied_by",
                "reports",
                "quote");
        for (StatementLine line : lines) {
            Claim claim = line.claim();
            Statement statement = claim.statement();
            csv.row(
                    Integer.toString(line.id()),
                    line.published().from().map(Object::toString).orElse(""),
                    line.published().to().map(Object::toString).orElse(""),
                    statement.speaker().name().orElse(""),
                    statement.speaker().description(),
                    statement.speaker().country().orElse(""),
                    Boolean.toString(statement.speaker().anonymous()),
                    statement.verb(),
                    Boolean.toString(statement.direct()),
                    statement.stance().slug(),
                    statement.via().orElse(""),
                    claim.denials().stream().map(each -> Integer.toString(each)).collect(Collectors.joining("|")),
                    claim.reports().stream().map(DocumentId::value).collect(Collectors.joining("|")),
                    statement.evidence().quote());
        }
        return csv.toString();
    }
}
