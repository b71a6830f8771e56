package org.jianzheng.reporting.print;

import net.sf.jasperreports.engine.JasperPrint;
import org.jianzheng.printing.QrImage;

/**
 * Sets the QR code down where a hasty reader meets it. ZXing, unless told to try harder, looks at every 13th row of an A4
 * page of 150 dpi, and the heart of a finder pattern is nine rows high: one page in three would be missed for nothing. The
 * code's cell has the few points of room that it takes.
 */
final class CodePlace {

    /** Key of the picture in the template. */
    private static final String KEY = "qr";

    private static final int ROOM = 4;
    private static final int STEP = 13;
    private static final double DOTS_A_POINT = 150 / 72.0;
    private static final int BEFORE_HEART = 2;
    private static final int AFTER_HEART = 5;
    private static final int BLURRED = 3;

    private final QrImage code;

    CodePlace(QrImage code) {
        this.code = code;
    }

    void settle(JasperPrint print) {
        print.getPages().stream().flatMap(page -> PlacedElement.on(page, KEY)).forEach(this::settle);
    }

    private void settle(PlacedElement placed) {
        var element = placed.element();
        element.setY(element.getY() + shift(placed.y(), element.getHeight()));
    }

    private int shift(int top, int height) {
        for (int shift = 0; shift <= ROOM; shift++) {
            if (met(top + shift, height)) {
                return shift;
            }
        }
        return 0;
    }

    private boolean met(int top, int height) {
        double module = height * DOTS_A_POINT / code.across();
        double first = top * DOTS_A_POINT + (code.quiet() + BEFORE_HEART) * module;
        double last = top * DOTS_A_POINT + (code.quiet() + AFTER_HEART) * module - BLURRED;
        double row = STEP - 1 + STEP * Math.ceil((first - (STEP - 1)) / STEP);
        return row <= last;
    }
}
