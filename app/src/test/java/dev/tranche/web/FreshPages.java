package dev.tranche.web;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of pages, each with a server, a book and a tab of its own. */
abstract class FreshPages {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    Reader reader;

    @SuppressWarnings("NullAway.Init")
    Tab tab;

    /** Starts the server of one test. */
    Reader opened() {
        return Reader.open(folder);
    }

    /** Returns the width of the tab in pixels. */
    int width() {
        return 1280;
    }

    @BeforeEach
    void serve() {
        reader = opened();
        tab = reader.tab(width(), ColorScheme.LIGHT);
    }

    @AfterEach
    @SuppressWarnings("NullAway")
    void end() {
        // Unset where the test was skipped.
        if (reader != null) {
            tab.close();
            reader.close();
        }
    }
}
