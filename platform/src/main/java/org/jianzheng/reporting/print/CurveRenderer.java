package org.jianzheng.reporting.print;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.jianzheng.acquisition.drawing.CurvePicture;

/** Draws a curve into the frame that a template gives it, as lines that stay sharp at any size. */
final class CurveRenderer extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1;

    private final transient CurvePicture picture;

    CurveRenderer(CurvePicture picture) {
        this.picture = picture;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D page, Rectangle2D frame) {
        Graphics2D pen = (Graphics2D) page.create();
        try {
            pen.translate(frame.getX(), frame.getY());
            pen.scale(frame.getWidth() / picture.width(), frame.getHeight() / picture.height());
            picture.draw(pen);
        } finally {
            pen.dispose();
        }
    }
}
