package org.jianzheng.reporting;

import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintImage;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/**
 * 骑缝章: the lab seal cut into as many upright slices as there are pages, one on each right edge, so that no page can be
 * exchanged unseen. Stamped after filling, when the pages can be counted. A single page has none.
 */
final class CrossPageSeal {

    /** 42 mm, the usual size of a lab seal, in points. */
    private static final int SIZE = 119;

    private final StampImages images;
    private final byte[] seal;

    CrossPageSeal(StampImages images, byte[] seal) {
        this.images = images;
        this.seal = seal;
    }

    void stamp(JasperPrint print) {
        int pages = print.getPages().size();
        if (seal == null || pages < 2) {
            return;
        }
        int width = Math.max(1, SIZE / pages);
        for (int page = 0; page < pages; page++) {
            var slice = new JRBasePrintImage(print.getDefaultStyleProvider());
            slice.setRenderer(SimpleDataRenderer.getInstance(images.slice(seal, page, pages)));
            slice.setScaleImage(ScaleImageEnum.FILL_FRAME);
            slice.setX(print.getPageWidth() - width);
            slice.setY((print.getPageHeight() - SIZE) / 2);
            slice.setWidth(width);
            slice.setHeight(SIZE);
            print.getPages().get(page).addElement(slice);
        }
    }
}
