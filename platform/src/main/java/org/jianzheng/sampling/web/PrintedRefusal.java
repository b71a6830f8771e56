package org.jianzheng.sampling.web;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.printing.PrintedList;
import org.jianzheng.printing.QrImage;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkMaker;
import org.springframework.stereotype.Component;

/** 拒收单: what whoever brought the sample takes back with it. In Chinese, whoever prints it. */
@Component
class PrintedRefusal {

    private static final int QUIET = 2;
    private static final String NONE = "—";

    private final PrintedList printer;
    private final Sampling sampling;
    private final Identity identity;
    private final Clock clock;

    PrintedRefusal(PrintedList printer, Sampling sampling, Identity identity, Clock clock) {
        this.printer = printer;
        this.sampling = sampling;
        this.identity = identity;
        this.clock = clock;
    }

    byte[] pdf(CommissionView order, SampleView sample) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (SampleView.SpecimenView one : sample.specimens()) {
            Map<String, String> row = new HashMap<>();
            row.put("no", Integer.toString(one.position()));
            row.put("mark", "…" + MarkMaker.tail(one.mark()));
            row.put("scanned", scannedAtCounter(one));
            rows.add(row);
        }
        return printer.pdf("sampling/refusal", head(order, sample), rows);
    }

    private static String scannedAtCounter(SampleView.SpecimenView one) {
        return one.scans().stream()
                .filter(scan -> scan.role().equals("RECEIVER"))
                .findFirst()
                .map(scan -> CityTime.second(scan.at()))
                .orElse("未扫码");
    }

    private Map<String, Object> head(CommissionView order, SampleView sample) {
        Map<String, Object> head = new HashMap<>();
        head.put("title", "样品拒收单");
        head.put("owner", order.names().lab());
        head.put("no", sample.refusalNo());
        head.put("commissionNo", sample.label());
        head.put("project", order.site().projectName());
        head.put("place", order.site().unitWorks() + "　" + order.site().part());
        head.put(
                "sample",
                order.sample().name() + "　" + order.asked().grade() + "　"
                        + order.sample().spec() + "　" + sample.specimens().size() + " 件");
        head.put("sealNo", text(sample.sealNo()));
        head.put("client", order.names().client() + "　" + order.client().contact());
        head.put("taken", step(sample.taken()));
        head.put("witnessed", step(sample.witnessed()));
        head.put("refused", step(sample.received()));
        head.put("reason", sample.refusal());
        head.put("note", text(sample.reason()));
        head.put("footer", "打印：" + identity.acting().name() + "　" + CityTime.minute(clock.instant()));
        // Leads whoever holds the slip to where its first mark stands: void, and no more than that for strangers.
        head.put(
                "qr",
                SimpleDataRenderer.getInstance(
                        QrImage.of(sampling.url(sample.specimens().get(0).mark()), ErrorCorrectionLevel.M, QUIET)
                                .png()));
        return head;
    }

    private static String step(SampleView.Handling handling) {
        return handling == null
                ? NONE
                : CityTime.second(handling.at()) + "　" + handling.name() + "（" + handling.employerName() + "，证号 "
                        + handling.certificateNo() + "）";
    }

    private static String text(String value) {
        return value == null || value.isEmpty() ? NONE : value;
    }
}
