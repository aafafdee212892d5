package dev.tranche.export;

import java.io.IOException;

/** One workbook for spreadsheet programs (Office Open XML), with a sheet for each table. */
public final class Workbook implements Format {

    @Override
    public String slug() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "Workbook (XLSX)";
    }

    @Override
    public boolean isFolder() {
        return false;
    }

    @Override
    public String fileName() {
        return "tranche.xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public boolean holdsLedger() {
        return true;
    }

    @Override
    public boolean holdsStory() {
        return true;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (XlsxWriter sheets = new XlsxWriter(to.open(fileName()))) {
            for (Table<?> table : Tables.all(book)) {
                sheets.add(table);
            }
            sheets.complete(book.cover());
        }
    }
}
