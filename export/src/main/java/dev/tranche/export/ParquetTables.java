package dev.tranche.export;

import java.io.IOException;

/** Parquet: typed, compressed tables for notebooks and databases, one file each. */
public final class ParquetTables implements Format {

    @Override
    public String slug() {
        return "parquet";
    }

    @Override
    public String title() {
        return "Tables for analysis (Parquet)";
    }

    @Override
    public boolean isFolder() {
        return true;
    }

    @Override
    public String fileName() {
        return "tranche-parquet.zip";
    }

    @Override
    public String mediaType() {
        return "application/zip";
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
        for (Table<?> table : Tables.withCells(book)) {
            try (ParquetWriter parquet = new ParquetWriter(to.open(table.name() + ".parquet"), table)) {
                table.forEach(parquet::add);
                parquet.complete(book.cover());
            }
        }
    }
}
