package org.jianzheng.sampling.web;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.jianzheng.kernel.QrModules;

/** A QR code as the path of an SVG whose unit is one module: sharp at every size a label is printed in. */
record QrCode(int size, String path) {

    private static final int MARGIN = 2;

    static QrCode of(String text) {
        // A label lives on a building site: the highest correction that still prints at 25 mm.
        BitMatrix matrix = QrModules.of(text, ErrorCorrectionLevel.Q, MARGIN);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int run = run(matrix, x, y);
                if (run > 0) {
                    path.append('M')
                            .append(x)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(run)
                            .append("v1h-")
                            .append(run)
                            .append('z');
                    x += run;
                }
            }
        }
        return new QrCode(matrix.getWidth(), path.toString());
    }

    private static int run(BitMatrix matrix, int x, int y) {
        int run = 0;
        while (x + run < matrix.getWidth() && matrix.get(x + run, y)) {
            run++;
        }
        return run;
    }
}
