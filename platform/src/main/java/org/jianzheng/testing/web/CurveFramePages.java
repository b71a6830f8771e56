package org.jianzheng.testing.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jianzheng.acquisition.drawing.CurvePicture;
import org.jianzheng.testing.recording.MeasuredCurves;
import org.jianzheng.testing.recording.MeasuredCurves.MeasuredCurve;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The curves of a case within the forms of those who record and judge it. To look at: it sends nothing. */
@Controller
class CurveFramePages {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 384;

    private final MeasuredCurves curves;

    CurveFramePages(MeasuredCurves curves) {
        this.curves = curves;
    }

    @GetMapping("/tests/{caseId}/curves")
    String curves(@PathVariable String caseId, Model model) {
        model.addAttribute("curves", curves.of(caseId));
        return "testing/curves";
    }

    /** All that are sealed, two in a line: for a form that may not frame the page. */
    @GetMapping(path = "/tests/{caseId}/curves.png", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    byte[] picture(@PathVariable String caseId) throws IOException {
        List<MeasuredCurve> sealed =
                curves.of(caseId).stream().filter(one -> one.sealed() != null).toList();
        int lines = Math.max(1, (sealed.size() + 1) / 2);
        BufferedImage sheet = new BufferedImage(2 * WIDTH, lines * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < sealed.size(); i++) {
            Graphics2D cell = (Graphics2D) pen.create(i % 2 * WIDTH, i / 2 * HEIGHT, WIDTH, HEIGHT);
            new CurvePicture(sealed.get(i).sealed().curve(), sealed.get(i).specimen(), WIDTH, HEIGHT).draw(cell);
            cell.dispose();
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", out);
        return out.toByteArray();
    }
}
