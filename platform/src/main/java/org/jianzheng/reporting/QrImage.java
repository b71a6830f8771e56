package org.jianzheng.reporting;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code to be printed. The lowest error level makes the largest squares, which is what a 150 dpi print needs. */
final class QrImage {

    /** Pixels a module: whole, so that every module stays equally wide, and eight, so that a module is a byte. */
    private static final int SCALE = 8;

    private static final int BLACK = 0;

    // Signed, encrypted text is as good as noise: any mask does, and trying all eight costs more than drawing the code.
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.L,
            EncodeHintType.MARGIN,
            2,
            EncodeHintType.QR_MASK_PATTERN,
            3,
            EncodeHintType.CHARACTER_SET,
            "ISO-8859-1");

    private QrImage() {}

    static byte[] of(String text) {
        var modules = modules(text);
        int side = modules.getWidth();
        var bits = new byte[side * side * SCALE];
        for (int y = 0; y < side; y++) {
            int row = y * SCALE * side;
            for (int x = 0; x < side; x++) {
                bits[row + x] = (byte) (modules.get(x, y) ? 0xFF : 0);
            }
            for (int copy = 1; copy < SCALE; copy++) {
                System.arraycopy(bits, row, bits, row + copy * side, side);
            }
        }
        return OneBitPng.of(side * SCALE, side * SCALE, BLACK, bits);
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length(), e);
        }
    }
}
