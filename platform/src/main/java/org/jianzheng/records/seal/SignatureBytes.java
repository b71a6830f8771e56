package org.jianzheng.records.seal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature as its bytes stand in a PDF. Nothing is decompressed and no structure followed: a signature's dictionary has to
 * lie open in the file, since it gives offsets into it, and a parser let loose on a stranger's file can be made to fill the
 * memory with a few hundred bytes.
 *
 * @param range the two stretches of the file that are signed, or null where it is not written as it has to be
 * @param contents the signature itself as it stands between its brackets, without them
 * @param around what stands before and after it
 */
record SignatureBytes(int[] range, String contents, String around) {

    private static final byte[] KEY = "/ByteRange".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern RANGE =
            Pattern.compile("\\s{0,8}\\[\\s{0,8}(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s{0,80}]");
    private static final Pattern DATE = Pattern.compile("/M \\(D:(\\d{14})([+-]\\d{2})'(\\d{2})'\\)");
    private static final Pattern REASON = Pattern.compile("/Reason <FEFF((?:[0-9A-Fa-f]{4}){1,200})>");
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssXXX");

    private static final int LONGEST_RANGE = 200;
    private static final int AROUND = 2_000;
    /** Digits; the seals made here take 19,000. */
    private static final int LONGEST_CONTENTS = 64_000;

    /** Two are as good as many: a sealed report has one. */
    static List<SignatureBytes> in(byte[] pdf) {
        var found = new ArrayList<SignatureBytes>();
        for (int at = next(pdf, 0); at >= 0 && found.size() < 2; at = next(pdf, at + KEY.length)) {
            found.add(at(pdf, at + KEY.length));
        }
        return found;
    }

    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - KEY.length; at++) {
            int same = 0;
            while (same < KEY.length && pdf[at + same] == KEY[same]) {
                same++;
            }
            if (same == KEY.length) {
                return at;
            }
        }
        return -1;
    }

    private static SignatureBytes at(byte[] pdf, int place) {
        Matcher written = RANGE.matcher(text(pdf, place, place + LONGEST_RANGE));
        if (!written.lookingAt()) {
            return new SignatureBytes(null, "", "");
        }
        int[] range = new int[4];
        for (int i = 0; i < 4; i++) {
            range[i] = Integer.parseInt(written.group(i + 1));
        }
        int gap = range[2] - range[1];
        boolean within = range[0] == 0
                && gap >= 2
                && gap <= LONGEST_CONTENTS
                && (long) range[2] + range[3] == pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>';
        String around = text(pdf, place - AROUND, place) + text(pdf, range[1] - AROUND, range[1]);
        return within
                ? new SignatureBytes(range, text(pdf, range[1] + 1, range[2] - 1), around)
                : new SignatureBytes(null, "", around);
    }

    private static String text(byte[] pdf, int from, int until) {
        int first = Math.max(0, Math.min(from, pdf.length));
        int last = Math.max(first, Math.min(until, pdf.length));
        return new String(pdf, first, last - first, StandardCharsets.ISO_8859_1);
    }

    /** When it says it was made, or null. */
    Instant at() {
        Matcher date = DATE.matcher(around);
        try {
            return date.find()
                    ? OffsetDateTime.parse(date.group(1) + date.group(2) + ":" + date.group(3), AT)
                            .toInstant()
                    : null;
        } catch (DateTimeException written) {
            return null;
        }
    }

    /** Why it says it was made, or null. */
    String reason() {
        Matcher reason = REASON.matcher(around);
        return reason.find() ? new String(HexFormat.of().parseHex(reason.group(1)), StandardCharsets.UTF_16BE) : null;
    }

    /** The signature without what fills it up; empty where it is not spelt as seals are spelt here: one way only. */
    Optional<byte[]> container() {
        if (range == null || !contents.startsWith("30")) {
            return Optional.empty();
        }
        try {
            byte[] all = HexFormat.of().parseHex(contents);
            int length = DerLength.of(all);
            String spelt = HexFormat.of().formatHex(all, 0, length);
            boolean asHere = contents.startsWith(spelt)
                    && contents.substring(spelt.length()).chars().allMatch(c -> c == '0');
            return asHere ? Optional.of(java.util.Arrays.copyOf(all, length)) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException otherwise) {
            return Optional.empty();
        }
    }
}
