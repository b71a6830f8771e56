package org.jianzheng.sampling.web;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.printing.PrintedList;
import org.jianzheng.printing.QrImage;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.mark.RollLayout;
import org.jianzheng.sampling.mark.RollView;
import org.springframework.stereotype.Component;

/**
 * Labels to stick on, or to cast in. Only the first, which goes on no specimen, names the project: the others are still on when
 * their specimens are tested blind.
 */
@Component
class PrintedLabels {

    private static final int QUIET = 3;

    private final PrintedList printer;
    private final Sampling sampling;

    PrintedLabels(PrintedList printer, Sampling sampling) {
        this.printer = printer;
        this.sampling = sampling;
    }

    byte[] pdf(RollLayout layout, RollView roll, String project, List<RollView.Label> labels) {
        List<Map<String, ?>> rows = new ArrayList<>();
        rows.add(leader(roll, project, labels.size()));
        labels.forEach(label -> rows.add(row(roll, label)));
        String template = layout == RollLayout.SHEET ? "sampling/labels" : "sampling/roll";
        return printer.pdf(template, Map.of("title", roll.rollNo(), "owner", project), rows);
    }

    private static Map<String, Object> leader(RollView roll, String project, int count) {
        Map<String, Object> row = new HashMap<>();
        row.put("leader", project);
        row.put(
                "leaderDetail",
                "卷号 " + roll.rollNo() + "\n本次打印 " + count + " 枚，全卷 " + roll.size() + " 枚\n订购 " + roll.orderedName()
                        + "　" + CityTime.minute(roll.orderedAt()) + "\n本枚不贴试件");
        return row;
    }

    private Map<String, Object> row(RollView roll, RollView.Label label) {
        Map<String, Object> row = new HashMap<>();
        // A label lives on a building site: a high correction that still prints at 26 mm.
        row.put(
                "qr",
                SimpleDataRenderer.getInstance(QrImage.of(sampling.url(label.mark()), ErrorCorrectionLevel.Q, QUIET)
                        .png()));
        row.put("shortNo", MarkMaker.tail(label.mark()));
        row.put("code", MarkMaker.grouped(label.mark()).replaceAll("(\\S+ \\S+) ", "$1\n"));
        row.put("roll", roll.rollNo());
        row.put("position", label.position() + " / " + roll.size());
        return row;
    }
}
