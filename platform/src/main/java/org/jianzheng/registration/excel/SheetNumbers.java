package org.jianzheng.registration.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What a spreadsheet keeps as a number may be a day, a percentage, or a code that has lost its last digits. */
final class SheetNumbers {

    /** What a spreadsheet's number keeps; further digits are noise of its binary form. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final BigDecimal TOO_LONG = BigDecimal.ONE.movePointRight(DIGITS.getPrecision());
    /** Noise is of the last places; whoever differs by more has been cut. */
    private static final int NOISE = 2;

    private static final String PLAIN = "General";
    /** No number of a registry has such an exponent, and to write one out takes the memory. */
    private static final int LARGEST_EXPONENT = 400;

    private final StylesTable styles;
    private final boolean since1904;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    SheetNumbers(StylesTable styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    /** @param style the cell's; null where it has none */
    SheetCell read(String raw, String style) {
        BigDecimal number = new BigDecimal(raw);
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            return new SheetCell(raw, SheetCell.Kind.FAULT);
        }
        XSSFCellStyle format = format(style);
        if (isDate(format) && DateUtil.isValidExcelDate(number.doubleValue())) {
            String day = DateUtil.getLocalDateTime(number.doubleValue(), since1904)
                    .toLocalDate()
                    .toString();
            return new SheetCell(day, SheetCell.Kind.DATE, shown(number, format));
        }
        BigDecimal kept = number.round(DIGITS).stripTrailingZeros();
        String plain = kept.toPlainString();
        if (isCut(number, kept)) {
            return new SheetCell(plain, SheetCell.Kind.ROUNDED);
        }
        String shown = isPlain(format) ? plain : shown(number, format);
        return new SheetCell(plain, shown.contains("%") ? SheetCell.Kind.PERCENT : SheetCell.Kind.NUMBER, shown);
    }

    private static boolean isCut(BigDecimal number, BigDecimal kept) {
        double noise = NOISE * Math.ulp(number.doubleValue());
        return number.abs().compareTo(TOO_LONG) >= 0
                || number.subtract(kept).abs().doubleValue() > noise;
    }

    private XSSFCellStyle format(String style) {
        return style == null || styles == null ? null : styles.getStyleAt(Integer.parseInt(style));
    }

    private static boolean isDate(XSSFCellStyle format) {
        return format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
    }

    private static boolean isPlain(XSSFCellStyle format) {
        return format == null
                || format.getDataFormatString() == null
                || format.getDataFormatString().equals(PLAIN)
                || format.getDataFormatString().equals("@");
    }

    private String shown(BigDecimal number, XSSFCellStyle format) {
        return formatter
                .formatRawCellContents(
                        number.doubleValue(), format.getDataFormat(), format.getDataFormatString(), since1904)
                .strip();
    }
}
