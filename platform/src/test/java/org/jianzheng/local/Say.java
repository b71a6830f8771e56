package org.jianzheng.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the local platform tells whoever started it. In UTF-8, also where the shell has no language set. */
final class Say {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Say() {}

    static void line(String text, Object... values) {
        OUT.println("[见证] " + text.formatted(values));
    }

    static void plain(String text) {
        OUT.println(text);
    }
}
