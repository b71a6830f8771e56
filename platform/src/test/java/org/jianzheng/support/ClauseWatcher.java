package org.jianzheng.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down which clause was shown by a test that ran and passed: what was disabled, left out or aborted shows nothing. The
 * build says where to; elsewhere nothing is written. JUnit finds it by itself.
 */
public final class ClauseWatcher implements TestWatcher {

    static final String PLACE = "jianzheng.clauses";

    private static final Set<String> WRITTEN = new LinkedHashSet<>();

    @Override
    public void testSuccessful(ExtensionContext test) {
        String place = System.getProperty(PLACE);
        if (place != null) {
            lines(test).forEach(line -> write(Path.of(place), line));
        }
    }

    /** {@code clause,Class.method} for each clause that the method or its class shows. */
    static Set<String> lines(ExtensionContext test) {
        Set<String> lines = new LinkedHashSet<>();
        String type = test.getRequiredTestClass().getSimpleName();
        Clause ofClass = test.getRequiredTestClass().getAnnotation(Clause.class);
        Clause ofMethod = test.getRequiredTestMethod().getAnnotation(Clause.class);
        add(lines, ofClass, type);
        add(lines, ofMethod, type + "." + test.getRequiredTestMethod().getName());
        return lines;
    }

    private static void add(Set<String> lines, Clause clause, String test) {
        if (clause != null) {
            for (String id : clause.value()) {
                lines.add(id + "," + test);
            }
        }
    }

    private static synchronized void write(Path place, String line) {
        try {
            if (WRITTEN.isEmpty()) {
                Files.createDirectories(place.toAbsolutePath().getParent());
                Files.deleteIfExists(place);
            }
            if (WRITTEN.add(line)) {
                Files.writeString(place, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
