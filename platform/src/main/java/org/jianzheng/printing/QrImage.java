package org.jianzheng.printing;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.jianzheng.kernel.QrModules;

/**
 * A QR code to be printed. The lowest error level makes the largest squares, which is what a 150 dpi print needs.
 *
 * @param across modules from edge to edge with the quiet zone
 * @param quiet modules of quiet zone on each side
 */
public record QrImage(byte[] png, int across, int quiet) {

    /** Pixels a module: as many as a 150 dpi printer has dots for it, so that little is left to scale. */
    private static final int SCALE = 3;

    private static final int BLACK = 0;

    /** Modules across with the quiet zone: at 35 mm each is then three dots of a 150 dpi printer. */
    private static final int ACROSS = 69;

    private static final int QUIET_AT_LEAST = 2;

    public static QrImage of(String text) {
        var modules = QrModules.of(text, ErrorCorrectionLevel.L, 0);
        return of(modules, Math.max(QUIET_AT_LEAST, (ACROSS - modules.getWidth()) / 2));
    }

    /** As small as it is. @param quiet modules of quiet zone on each side */
    public static QrImage of(String text, ErrorCorrectionLevel level, int quiet) {
        return of(QrModules.of(text, level, 0), quiet);
    }

    private static QrImage of(BitMatrix modules, int quiet) {
        int side = modules.getWidth() + 2 * quiet;
        int stride = (side * SCALE + 7) / 8;
        var bits = new byte[stride * side * SCALE];
        for (int y = 0; y < modules.getHeight(); y++) {
            int row = (y + quiet) * SCALE * stride;
            for (int x = 0; x < modules.getWidth() * SCALE; x++) {
                if (modules.get(x / SCALE, y)) {
                    int dot = quiet * SCALE + x;
                    bits[row + dot / 8] |= (byte) (0x80 >> dot % 8);
                }
            }
            for (int copy = 1; copy < SCALE; copy++) {
                System.arraycopy(bits, row, bits, row + copy * stride, stride);
            }
        }
        return new QrImage(OneBitPng.of(side * SCALE, side * SCALE, BLACK, bits), side, quiet);
    }
}
