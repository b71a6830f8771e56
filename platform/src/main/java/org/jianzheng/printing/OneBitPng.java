package org.jianzheng.printing;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.ImgRaw;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A PNG of one ink on nothing, one bit a pixel. Its compressed rows are just what a PDF wants, so they go into any number of
 * documents as they stand, where every other picture is decoded and packed again for each report.
 */
public final class OneBitPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_OVERHEAD = 12;
    // Signature, header, palette and transparency always take this much: the rows follow.
    private static final int WIDTH_AT = SIGNATURE.length + 8;
    private static final int DEPTH_AT = WIDTH_AT + 8;
    private static final int INK_AT = SIGNATURE.length + CHUNK_OVERHEAD + 13 + 8 + 3;
    private static final int ROWS_AT =
            SIGNATURE.length + (CHUNK_OVERHEAD + 13) + (CHUNK_OVERHEAD + 6) + (CHUNK_OVERHEAD + 1);

    private OneBitPng() {}

    /**
     * @param rgb colour of the ink
     * @param bits rows from the top, each padded to whole bytes, 1 = ink
     */
    public static byte[] of(int width, int height, int rgb, byte[] bits) {
        byte[] rows = deflated(height, bits);
        var png = ByteBuffer.allocate(ROWS_AT + CHUNK_OVERHEAD + rows.length + CHUNK_OVERHEAD);
        png.put(SIGNATURE);
        byte indexed = 3;
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .put(indexed)
                        .array());
        chunk(png, "PLTE", new byte[] {-1, -1, -1, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
        chunk(png, "tRNS", new byte[] {0});
        chunk(png, "IDAT", rows);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static byte[] deflated(int height, byte[] bits) {
        int stride = bits.length / height;
        var filtered = new byte[height * (stride + 1)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(bits, y * stride, filtered, y * (stride + 1) + 1, stride);
        }
        var deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setInput(filtered);
        deflater.finish();
        var out = new byte[filtered.length + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static void chunk(ByteBuffer png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.putInt(data.length).put(name).put(data).putInt((int) sum.getValue());
    }

    /** Made by {@link #of}: other pictures may be laid out differently. */
    static boolean is(byte[] data) {
        return data.length > ROWS_AT
                && Arrays.equals(data, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)
                && data[DEPTH_AT] == 1
                && "IDAT".equals(new String(data, ROWS_AT + 4, 4, StandardCharsets.US_ASCII));
    }

    /** The picture for one document: a spot of ink, seen through the rows as a stencil, which readers scale smoothly. */
    static Image forPdf(byte[] data) throws DocumentException {
        var png = ByteBuffer.wrap(data);
        int width = png.getInt(WIDTH_AT);
        int height = png.getInt(WIDTH_AT + 4);
        int rows = ROWS_AT + 8;
        var stencil = new ImgRaw(width, height, 1, 1, Arrays.copyOfRange(data, rows, rows + png.getInt(ROWS_AT)));
        stencil.setDeflated(true);
        stencil.setAdditional(unfiltering(width));
        stencil.makeMask();
        stencil.setInverted(true);
        var ink = new ImgRaw(1, 1, 3, 8, Arrays.copyOfRange(data, INK_AT, INK_AT + 3));
        ink.setImageMask(stencil);
        return ink;
    }

    private static PdfDictionary unfiltering(int width) {
        var filter = new PdfDictionary();
        filter.put(PdfName.PREDICTOR, new PdfNumber(15));
        filter.put(PdfName.COLUMNS, new PdfNumber(width));
        filter.put(PdfName.BITSPERCOMPONENT, new PdfNumber(1));
        var all = new PdfDictionary();
        all.put(PdfName.DECODEPARMS, filter);
        return all;
    }
}
