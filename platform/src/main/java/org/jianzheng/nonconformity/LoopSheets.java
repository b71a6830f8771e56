package org.jianzheng.nonconformity;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.duty.Duties;
import org.jianzheng.nonconformity.duty.DutyView;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.LoopPapers;
import org.jianzheng.nonconformity.loop.LoopView;
import org.jianzheng.nonconformity.loop.RetestKind;
import org.jianzheng.nonconformity.loop.Treatment;
import org.jianzheng.nonconformity.retest.Retesting;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.order.DoubleRetest;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A loop in words, for the forms of its tasks and for its page. */
@Component
class LoopSheets {

    private final Duties duties;
    private final LoopPapers papers;
    private final Retesting retesting;
    private final LoopLinks links;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    LoopSheets(
            Duties duties,
            LoopPapers papers,
            Retesting retesting,
            LoopLinks links,
            DisplayNames names,
            MessageSource messages,
            Clock clock) {
        this.duties = duties;
        this.papers = papers;
        this.retesting = retesting;
        this.links = links;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    Map<String, Object> sheet(Loop loop) {
        LoopView view = loop.view();
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("reportNo", view.reportNo());
        sheet.put("lab", names.employer("labs/" + view.parties().labCode()));
        sheet.put("project", view.found().projectName());
        sheet.put("place", view.found().place());
        sheet.put("sample", view.found().sample());
        sheet.put("represents", text(view.found().represents()));
        sheet.put("parameters", text(view.found().parameters()));
        sheet.put("required", text(view.found().required()).replace("\n", "；"));
        sheet.put("measured", text(view.found().measured()).replace("\n", "；"));
        sheet.put("openedAt", CityTime.minute(view.openedAt()));
        sheet.put("page", "/nonconformities/" + view.reportNo());
        sheet.put("report", "/reports/" + view.reportNo() + ".pdf");
        sheet.put("due", view.dueAt() == null ? "—" : CityTime.deadline(view.dueAt()));
        sheet.put("papers", papers.of(view.reportNo()).size() + " 件");
        plan(view, sheet);
        sheet.put("pieces", pieces(loop));
        sheet.put("linked", linked(loop));
        sheet.put("retest", view.retestNo() == null ? "" : view.retestNo() + "　" + said(view.retestConclusion()));
        sheet.put(
                "checked",
                view.checked() == null
                        ? ""
                        : view.checked().by() + "：" + view.checked().opinion());
        sheet.put("sentBack", loop.sentBack() == null ? "" : loop.sentBack());
        return sheet;
    }

    // Empty for most loops, and then the form has no such line.
    private String linked(Loop loop) {
        List<LinkedLoop> others = links.of(loop.reportNo(), any -> true);
        return others.isEmpty()
                ? ""
                : "关联闭环：" + others.stream().map(this::words).collect(Collectors.joining("；"));
    }

    private String words(LinkedLoop other) {
        String code = "nonconformity.state." + other.state().name();
        return other.text(messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE));
    }

    private String pieces(Loop loop) {
        return loop.retestOrdered() == RetestKind.DISPUTE
                ? "与首次检测相同"
                : retesting.pieces(loop).map(LoopSheets::pieces).orElse("—");
    }

    /** How many pieces of which kind, as people who cut them want to read it. */
    static String pieces(DoubleRetest again) {
        if (again.pulled() == 0 || again.bent() == 0) {
            return again.pieces() + " 件（" + (again.bent() == 0 ? "拉伸" : "弯曲") + "）";
        }
        return again.pieces() + " 件（拉伸 " + again.pulled() + "、弯曲 " + again.bent() + "）";
    }

    private static void plan(LoopView view, Map<String, Object> sheet) {
        var plan = view.planned();
        sheet.put("treatment", plan == null ? "" : plan.treatment().label());
        sheet.put("plan", plan == null ? "" : plan.text());
        sheet.put(
                "planned",
                plan == null ? "" : plan.by() + "，计划 " + plan.until() + " 完成，责任人 " + text(plan.responsible()));
        sheet.put("needs", plan == null ? "" : needs(plan.treatment()));
        var done = view.completed();
        sheet.put("completion", done == null ? "" : done.text());
        sheet.put("completed", done == null ? "" : done.by() + "，" + done.finishedOn() + " 完成");
    }

    private static String needs(Treatment treatment) {
        String photo = treatment.needsPhoto() ? "处置照片" : "";
        String paper = treatment.needsPaper() ? "处置资料" : "";
        String both = photo.isEmpty() || paper.isEmpty() ? photo + paper : photo + "和" + paper;
        return both.isEmpty() ? "" : "提交前须上传" + both + "。";
    }

    static String said(Verdict conclusion) {
        return switch (conclusion) {
            case PASS -> "复检合格";
            case FAIL, RETEST -> "复检不合格";
            default -> "复检无结论";
        };
    }

    private static String text(String text) {
        return text == null || text.isEmpty() ? "—" : text;
    }

    List<DutyView> duties(Loop loop) {
        return duties.all(loop.reportNo()).stream()
                .map(duty -> new DutyView(
                        duty.step().name(),
                        duty.step().label(),
                        names.employer(duty.party()),
                        duty.since(),
                        duty.dueAt(),
                        duty.doneAt(),
                        (duty.doneAt() == null ? clock.instant() : duty.doneAt()).isAfter(duty.dueAt())))
                .toList();
    }
}
