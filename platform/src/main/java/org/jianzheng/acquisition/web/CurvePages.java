package org.jianzheng.acquisition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.drawing.CurveMark;
import org.jianzheng.acquisition.drawing.CurvePicture;
import org.jianzheng.acquisition.live.LiveRuns;
import org.jianzheng.acquisition.marking.YieldMarks;
import org.jianzheng.acquisition.run.RunView;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The curve of a run: live as a stream, sealed as points, as a file and as a picture. */
@Controller
class CurvePages {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 720;

    private final Acquisition acquisition;
    private final YieldMarks yields;
    private final LiveRuns live;
    private final MessageSource messages;

    CurvePages(Acquisition acquisition, YieldMarks yields, LiveRuns live, MessageSource messages) {
        this.acquisition = acquisition;
        this.yields = yields;
        this.live = live;
        this.messages = messages;
    }

    /**
     * @param last of a browser that was cut off
     * @param after the same of one that had to begin anew
     */
    @GetMapping(path = "/runs/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            @RequestParam(defaultValue = "") String after,
            HttpServletResponse response) {
        // A proxy that waits for more would make it anything but live.
        response.setHeader("X-Accel-Buffering", "no");
        return live.watch(acquisition.run(id), number(last.isEmpty() ? after : last));
    }

    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    @GetMapping("/runs/{id}/curve")
    @ResponseBody
    RunApi.Points points(@PathVariable String id) {
        return RunApi.Points.of(acquisition.curve(id));
    }

    /** Behind its heading each line is one that the seal's SHA-256 goes over. */
    @GetMapping("/runs/{id}/curve.csv")
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        Curve curve = acquisition.curve(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(acquisition.run(id), ".csv"));
        PrintWriter out = response.getWriter();
        out.print("t_ms,kN\n");
        for (int i = 0; i < curve.points(); i++) {
            out.print(curve.millis(i) + "," + curve.kilonewtons(i).toPlainString() + "\n");
        }
    }

    @GetMapping(path = "/runs/{id}/curve.png", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    byte[] picture(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean file, HttpServletResponse response) {
        RunView run = acquisition.run(id);
        Curve curve = acquisition.curve(id);
        List<CurveMark> marks = YieldMarks.concerns(run) ? yields.of(run, curve).marks() : List.of();
        byte[] png = new CurvePicture(curve, title(run), marks, WIDTH, HEIGHT).png();
        if (file) {
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(run, ".png"));
        }
        return png;
    }

    /** Of the specimen's number: it is what lies before the tester. */
    private static String attachment(RunView run, String end) {
        String name = run.piece().sampleNo() + "-" + run.piece().position() + "-"
                + run.piece().number() + end;
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private String title(RunView run) {
        String method =
                messages.getMessage("standards.method." + run.piece().method(), null, Locale.SIMPLIFIED_CHINESE);
        return run.piece().sampleNo() + "-" + run.piece().position() + "　" + method + "　"
                + run.source().equipment();
    }
}
