package org.jianzheng.records.evidence;

/** Names of files that people hand in. */
public final class PaperName {

    private static final int LONGEST = 200;

    private PaperName() {}

    /** The last step of whatever path a browser sent, without what no file name needs. */
    public static String plain(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String kept = last.replaceAll("[\\p{Cntrl}\"<>]", "").strip();
        return kept.isEmpty() ? "file" : kept.substring(0, Math.min(LONGEST, kept.length()));
    }
}
