package org.jianzheng.commission.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.commission.CaseView;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.OpenTask;
import org.jianzheng.workflow.Processes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for programs. */
@RestController
class CaseApi {

    private final Commissions commissions;
    private final Processes processes;

    CaseApi(Commissions commissions, Processes processes) {
        this.commissions = commissions;
        this.processes = processes;
    }

    /** @param commissionNo null until the laboratory has accepted */
    record CaseLine(
            String caseId, String commissionNo, String labCode, String state, String item, List<Open> openTasks) {}

    /** @param key what is to be done, the same in every language: {@code receiveSample} */
    record Open(String key, String name, String since, String assignee, List<String> groups) {

        static Open of(OpenTask task) {
            return new Open(task.key(), task.name(), task.since().toString(), task.assignee(), task.groups());
        }
    }

    /** @param state name of a stage, such as {@code TESTING}; all when absent */
    @GetMapping("/api/cases")
    Paged<CaseLine> cases(
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        PageAsked asked = new PageAsked(page, size);
        Paged<CaseView> cases = commissions.list(q, state, asked.page(), asked.size());
        Map<String, List<OpenTask>> open =
                processes.openTasks(cases.items().stream().map(CaseView::caseId).toList()).stream()
                        .collect(Collectors.groupingBy(OpenTask::caseId));
        return cases.map(one -> line(one, open.getOrDefault(one.caseId(), List.of())));
    }

    /** One case. */
    @GetMapping("/api/cases/{caseId}")
    CaseLine one(@PathVariable String caseId) {
        return line(commissions.overview(caseId), processes.openTasks(List.of(caseId)));
    }

    private static CaseLine line(CaseView view, List<OpenTask> open) {
        return new CaseLine(
                view.caseId(),
                view.commissionNo(),
                view.parties().labCode(),
                view.stage().name(),
                view.item(),
                open.stream().map(Open::of).toList());
    }
}
