package org.jianzheng.reporting;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;

/** The report number that a PDF says it has in its title; what a stranger's file claims proves nothing. */
final class ClaimedNumber {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{2,8}-[A-Z]{2,4}-\\d{4}-\\d{5,6}");
    private static final int PDF_AT_LEAST = 64;

    private ClaimedNumber() {}

    /** Null where it claims none or cannot be read. */
    static String of(byte[] pdf) {
        if (pdf.length < PDF_AT_LEAST || pdf[0] != '%') {
            return null;
        }
        try (var document = Loader.loadPDF(pdf)) {
            String title = document.getDocumentInformation().getTitle();
            var found = NUMBER.matcher(title == null ? "" : title);
            return found.find() ? found.group() : null;
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
