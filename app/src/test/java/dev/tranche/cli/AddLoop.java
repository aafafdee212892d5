package dev.tranche.cli;

import dev.tranche.app.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/** Runs {@code tranche add} for one file after the other and says so after each, until it is killed. */
final class AddLoop {

    private AddLoop() {}

    /** Takes the book and the files. */
    public static void main(String[] args) throws IOException {
        PrintStream said = System.out;
        said.println("start");
        said.flush();
        for (int i = 1; i < args.length; i++) {
            Terminal terminal = new Terminal(
                    InputStream.nullInputStream(), OutputStream.nullOutputStream(), System.err, Map.of(), false, false);
            int status = Main.run(terminal, "add", "--book", args[0], args[i]);
            said.println((status == 0 ? "done " : "failed ") + args[i]);
            said.flush();
        }
        // A fast machine is done before the kill; waiting for words that never come keeps the program alive for it.
        System.in.read();
    }
}
