package org.jianzheng.reporting.print;

import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintImage;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/**
 * 检测专用章, stamped on filled pages as a hand would: whole over the laboratory's name, its rim reaching over the table's
 * edge where no element of a template may; and as 骑缝章, cut into as many upright slices as there are pages, one on each
 * right edge, so that no page can be exchanged unseen. A single page has no slices.
 */
final class LabSeal {

    /** 42 mm, the usual size of a lab seal, in points. */
    private static final int SIZE = 119;

    /** Key of the name in the template. */
    private static final String NAME = "seal";

    private final StampImages images;
    private final byte[] seal;

    LabSeal(StampImages images, byte[] seal) {
        this.images = images;
        this.seal = seal;
    }

    void stamp(JasperPrint print) {
        print.getPages()
                .forEach(page -> PlacedElement.on(page, NAME).findFirst().ifPresent(name -> {
                    int x = name.x() + (name.element().getWidth() - SIZE) / 2;
                    int y = name.y() + (name.element().getHeight() - SIZE) / 2;
                    put(print, page, images.ink(seal), x, y, SIZE);
                }));
        if (print.getPages().size() > 1) {
            slices(print);
        }
    }

    private void slices(JasperPrint print) {
        int pages = print.getPages().size();
        int width = Math.max(1, SIZE / pages);
        int y = (print.getPageHeight() - SIZE) / 2;
        for (int page = 0; page < pages; page++) {
            var slice = images.slice(seal, page, pages);
            put(print, print.getPages().get(page), slice, print.getPageWidth() - width, y, width);
        }
    }

    private static void put(JasperPrint print, JRPrintPage page, byte[] png, int x, int y, int width) {
        var image = new JRBasePrintImage(print.getDefaultStyleProvider());
        image.setRenderer(SimpleDataRenderer.getInstance(png));
        image.setScaleImage(ScaleImageEnum.FILL_FRAME);
        image.setX(x);
        image.setY(y);
        image.setWidth(width);
        image.setHeight(SIZE);
        page.addElement(image);
    }
}
