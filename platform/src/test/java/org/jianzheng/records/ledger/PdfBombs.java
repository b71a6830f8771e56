package org.jianzheng.records.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small PDFs that a parser unpacks to something huge before it can say that they are no reports. */
public final class PdfBombs {

    private PdfBombs() {}

    /** Its cross-reference stream unpacks to that many zeros, a thousandth of which it takes. */
    public static byte[] xrefStream(int unpacked) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] zeros = new byte[1 << 16];
            for (int written = 0; written < unpacked; written += zeros.length) {
                zip.write(zeros);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        int entries = unpacked / 3;
        String head = "%PDF-1.5\n1 0 obj\n<</Type/XRef/Size " + entries
                + "/W[1 1 1]/Root 1 0 R/Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n";
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(packed.toByteArray());
        out.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
