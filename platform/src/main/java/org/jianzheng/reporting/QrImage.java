package org.jianzheng.reporting;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code to be printed. The lowest error level makes the largest squares, which is what a 150 dpi print needs.
 *
 * @param across modules from edge to edge with the quiet zone
 * @param quiet modules of quiet zone on each side
 */
record QrImage(byte[] png, int across, int quiet) {

    /** Pixels a module: whole, so that every module stays equally wide, and eight, so that a module is a byte. */
    private static final int SCALE = 8;

    private static final int BLACK = 0;

    /** Modules across with the quiet zone: at 35 mm each is then three dots of a 150 dpi printer. */
    private static final int ACROSS = 69;

    private static final int QUIET_AT_LEAST = 2;

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.L,
            EncodeHintType.MARGIN,
            0,
            EncodeHintType.CHARACTER_SET,
            "ISO-8859-1");

    static QrImage of(String text) {
        var modules = modules(text);
        int quiet = Math.max(QUIET_AT_LEAST, (ACROSS - modules.getWidth()) / 2);
        int side = modules.getWidth() + 2 * quiet;
        var bits = new byte[side * side * SCALE];
        for (int y = 0; y < modules.getHeight(); y++) {
            int row = (y + quiet) * SCALE * side;
            for (int x = 0; x < modules.getWidth(); x++) {
                bits[row + x + quiet] = (byte) (modules.get(x, y) ? 0xFF : 0);
            }
            for (int copy = 1; copy < SCALE; copy++) {
                System.arraycopy(bits, row, bits, row + copy * side, side);
            }
        }
        return new QrImage(OneBitPng.of(side * SCALE, side * SCALE, BLACK, bits), side, quiet);
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length(), e);
        }
    }
}
