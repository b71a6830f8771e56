package org.jianzheng.reporting.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReportsContext;

/** The first pages of a print as one picture. */
final class PagePicture {

    /** Pixels a point: sharp on a dense screen, and still light. */
    private static final float SCREEN = 2f;
    /** A picture of more would be too large for a browser; the PDF has them all. */
    private static final int PAGES = 6;

    private static final int GAP = 24;
    private static final Color DESK = new Color(0x8a8f98);

    private final JasperPrintManager printer;

    PagePicture(JasperReportsContext context) {
        this.printer = JasperPrintManager.getInstance(context);
    }

    BufferedImage of(JasperPrint print) {
        int pages = Math.min(print.getPages().size(), PAGES);
        int width = Math.round(print.getPageWidth() * SCREEN);
        int height = Math.round(print.getPageHeight() * SCREEN);
        var picture = new BufferedImage(width, pages * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D desk = picture.createGraphics();
        desk.setColor(DESK);
        desk.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int page = 0; page < pages; page++) {
            desk.drawImage(page(print, page), 0, page * (height + GAP), null);
        }
        desk.dispose();
        return picture;
    }

    private Image page(JasperPrint print, int page) {
        try {
            return printer.printToImage(print, page, SCREEN);
        } catch (JRException e) {
            throw new IllegalStateException("Page " + (page + 1) + " cannot be drawn: " + e.getMessage(), e);
        }
    }
}
