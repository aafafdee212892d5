package dev.tranche.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Habits of the source that no compiler checks. Each finding reads {@code path:line: message}. */
class HouseTest {
    private static final int BODY_LINES = 70;
    private static final int FILE_LINES = 500;

    /** Files that may be longer, each with its reason. An entry that is no longer needed is a finding too. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "core/src/main/java/dev/tranche/dating/DateReader.java",
            "one recursive descent over the words of a date, whose productions call one another");

    private static final Pattern OPEN_END = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b(?!\\s*\\(?#\\d)");
    private static final Pattern AUTHOR = Pattern.compile("\\*\\s*@auth" + "or\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Manager|Helper|Data|Info|Utils?)");

    @Test
    void sourcesKeepTheRulesOfTheHouse() throws IOException {
        Path root = Sources.root();
        List<Path> files = Sources.java(root);
        assertThat(files).as("sources found").isNotEmpty();
        List<String> findings = new ArrayList<>();
        for (Path file : files) {
            checkLines(root, file, findings);
        }
        checkNullMarked(root, files, findings);
        checkTrees(root, files, findings);
        assertThat(findings).as("%d findings".formatted(findings.size())).isEmpty();
    }

    private static void checkLines(Path root, Path file, List<String> findings) throws IOException {
        String name = name(root, file);
        List<String> lines = Files.readAllLines(file);
        boolean excepted = LONG_FILES.containsKey(name);
        if (lines.size() > FILE_LINES && !excepted) {
            findings.add("%s:%d: the file has %d lines, more than %d"
                    .formatted(name, FILE_LINES + 1, lines.size(), FILE_LINES));
        }
        if (lines.size() <= FILE_LINES && excepted) {
            findings.add("%s:1: the file is short enough now: remove it from LONG_FILES".formatted(name));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (OPEN_END.matcher(lines.get(i)).find()) {
                findings.add("%s:%d: an open end without an issue (write its number as #12)".formatted(name, i + 1));
            }
            if (AUTHOR.matcher(lines.get(i)).find()) {
                findings.add("%s:%d: names an author".formatted(name, i + 1));
            }
        }
    }

    private static void checkNullMarked(Path root, List<Path> files, List<String> findings) throws IOException {
        Set<Path> seen = new HashSet<>();
        for (Path file : files) {
            Path folder = file.resolveSibling("");
            boolean isPackage = !file.endsWith("module-info.java");
            if (!isMain(root, file) || !isPackage || !seen.add(folder)) {
                continue;
            }
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
                findings.add(name(root, info) + ":1: the package is not @NullMarked");
            }
        }
    }

    private static void checkTrees(Path root, List<Path> files, List<String> findings) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                new Rules(name(root, file), isMain(root, file), unit, trees, findings).scan(unit, null);
            }
        }
    }

    private static boolean isMain(Path root, Path file) {
        return name(root, file).contains("/src/main/");
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Walks one file. */
    private static final class Rules extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final String name;
        private final boolean main;
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final List<String> findings;

        Rules(String name, boolean main, CompilationUnitTree unit, DocTrees trees, List<String> findings) {
            this.name = name;
            this.main = main;
            this.unit = unit;
            this.trees = trees;
            this.findings = findings;
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
            if (tree.getQualifiedIdentifier().toString().endsWith(".*")) {
                report(tree, "imports with a wildcard");
            }
            return super.visitImport(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            String simpleName = tree.getSimpleName().toString();
            if (main && isPublic(tree)) {
                DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
                if (comment == null || comment.getFirstSentence().isEmpty()) {
                    report(tree, "public type " + simpleName + " has no doc comment");
                }
            }
            if (EMPTY_NAME.matcher(simpleName).matches()) {
                report(tree, "type " + simpleName + " has a name that says nothing");
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean body = switch (parent.getKind()) {
                case METHOD, LAMBDA_EXPRESSION, CLASS, RECORD, ENUM, INTERFACE -> true;
                default -> false;
            };
            long lines = line(trees.getSourcePositions().getEndPosition(unit, tree)) - line(start(tree)) + 1;
            if (body && lines > BODY_LINES) {
                report(tree, "the body has %d lines, more than %d".formatted(lines, BODY_LINES));
            }
            return super.visitBlock(tree, null);
        }

        /** Members of an interface are public without saying so. */
        private boolean isPublic(ClassTree tree) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return tree.getModifiers().getFlags().contains(Modifier.PUBLIC) || parent.getKind() == Tree.Kind.INTERFACE;
        }

        private void report(Tree tree, String message) {
            findings.add("%s:%d: %s".formatted(name, line(start(tree)), message));
        }

        private long start(Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
