package org.jianzheng.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is. Records, results and reports say so for as long as they are kept, so that a mistake found in one
 * build tells which of them it touched.
 */
public final class SoftwareVersion {

    /** Started without Maven, as from an editor: nobody can say what it was compiled from. */
    static final String NOT_BUILT = "not built";

    private static final String CHANGED = ", changed)";

    private static final String TEXT =
            of(read("/META-INF/build-info.properties").getProperty("build.version"), read("/git.properties"));

    private SoftwareVersion() {}

    /** Such as {@code 0.1.0 (06bf2d9)}: version and commit. */
    public static String text() {
        return TEXT;
    }

    /** Nobody can say what it was compiled from, or it was compiled from what was never committed. */
    public static boolean isUnknown() {
        return TEXT.equals(NOT_BUILT) || TEXT.endsWith(CHANGED);
    }

    static String of(String version, Properties git) {
        if (version == null) {
            return NOT_BUILT;
        }
        String commit = git.getProperty("git.commit.id.abbrev", "");
        if (commit.isEmpty()) {
            return version;
        }
        boolean changed = Boolean.parseBoolean(git.getProperty("git.dirty"));
        return version + " (" + commit + (changed ? CHANGED : ")");
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (InputStream in = SoftwareVersion.class.getResourceAsStream(file)) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
