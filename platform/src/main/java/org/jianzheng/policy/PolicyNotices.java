package org.jianzheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.identity.Person;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Tells laboratories and station what is proposed, decided, and followed from when. */
@Component
class PolicyNotices {

    private static final String HEAD = "technicalhead";
    private static final String ADMIN = "labadmin";
    private static final String STATION = "station/stationadmin";

    private final PolicyStore store;
    private final Registry registry;
    private final Notices notices;
    private final MethodWords words;

    PolicyNotices(PolicyStore store, Registry registry, Notices notices, MethodWords words) {
        this.store = store;
        this.registry = registry;
        this.notices = notices;
        this.words = words;
    }

    void proposed(PolicyChoice choice) {
        tell(
                choice,
                "proposed",
                List.of(group(choice.lab(), HEAD)),
                "待批准：" + said(choice),
                choice.proposedName() + " 提出，理由：" + choice.reason() + "。请在 " + choice.from() + " 以前决定，逾期作废。");
    }

    void decided(PolicyChoice choice, boolean granted, Person by, String reason) {
        List<String> told =
                granted ? List.of(group(choice.lab(), ADMIN), STATION) : List.of(group(choice.lab(), ADMIN));
        String opinion = reason.isEmpty() ? "" : "，意见：" + reason;
        tell(
                choice,
                "decided",
                told,
                (granted ? "已批准：" : "未批准：") + said(choice),
                choice.proposedName() + " 提出，" + by.name() + (granted ? " 批准" : " 不同意") + opinion + "。");
    }

    void withdrawn(PolicyChoice choice, Person by, String reason) {
        List<String> told = choice.isApproved()
                ? List.of(group(choice.lab(), ADMIN), group(choice.lab(), HEAD), STATION)
                : List.of(group(choice.lab(), ADMIN), group(choice.lab(), HEAD));
        tell(choice, "withdrawn", told, "已撤回：" + said(choice), by.name() + " 撤回，理由：" + reason + "。");
    }

    /** Every laboratory that follows another value for it, and those whose proposal can no longer be approved. */
    void permission(OpenPoint point, PermissionChange change, PermittedValues before, PermittedValues after) {
        List<Lab> labs = registry.labs();
        Map<String, List<PolicyChoice>> choices = store
                .choices(labs.stream().map(Lab::code).toList())
                .stream()
                .filter(choice ->
                        choice.item().equals(point.item()) && choice.input().equals(point.input()))
                .collect(Collectors.groupingBy(PolicyChoice::lab));
        for (Lab lab : labs) {
            List<PolicyChoice> own = choices.getOrDefault(lab.code(), List.of());
            if (own.isEmpty()
                    && lab.scope().stream().noneMatch(line -> line.item().equals(point.item()))) {
                continue;
            }
            PolicyTimeline was = new PolicyTimeline(before, own);
            PolicyTimeline is = was.under(after);
            was.differsFrom(is, change.from())
                    .ifPresent(day -> changed(lab.code(), point, change, day, was.followed(day), is.followed(day)));
            own.stream()
                    .filter(choice -> choice.isOpen()
                            && before.permits(choice.value(), choice.from())
                            && !after.permits(choice.value(), choice.from()))
                    .forEach(choice -> tell(
                            choice,
                            "forbidden",
                            List.of(group(lab.code(), ADMIN), group(lab.code(), HEAD)),
                            "不能再批准：" + said(choice),
                            "监督站自 " + change.from() + " 起不再允许，理由：" + change.reason() + "。"));
        }
    }

    private void changed(String lab, OpenPoint point, PermissionChange change, LocalDate day, String was, String is) {
        for (String to : List.of(group(lab, ADMIN), group(lab, HEAD))) {
            notices.send(new Notice(
                    "%s:%d:%s".formatted(point.subject(), change.number(), to),
                    to,
                    "检测取法变更：" + Catalogue.current().label(point.item()),
                    "自 %s 起受理的委托：%s（原为%s）。监督站决定，理由：%s。"
                            .formatted(
                                    day,
                                    words.printed(point.input(), is),
                                    words.printed(point.input(), was),
                                    change.reason()),
                    link(lab, point.item(), point.input()),
                    null));
        }
    }

    private void tell(PolicyChoice choice, String what, List<String> told, String title, String text) {
        told.forEach(to -> notices.send(new Notice(
                "%s:%s:%s".formatted(choice.subject(), what, to),
                to,
                title,
                text,
                link(choice.lab(), choice.item(), choice.input()),
                null)));
    }

    private String said(PolicyChoice choice) {
        return "%s %s，自 %s 起受理的委托"
                .formatted(
                        Catalogue.current().label(choice.item()),
                        words.printed(choice.input(), choice.value()),
                        choice.from());
    }

    private static String group(String lab, String role) {
        return "labs/" + lab + "/" + role;
    }

    private static String link(String lab, String item, String input) {
        return String.join("/", "/policies", lab, item, input);
    }
}
