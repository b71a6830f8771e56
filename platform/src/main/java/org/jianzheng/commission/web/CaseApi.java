package org.jianzheng.commission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for programs. */
@RestController
@Tag(name = "cases")
class CaseApi {

    private final Commissions commissions;
    private final Processes processes;

    CaseApi(Commissions commissions, Processes processes) {
        this.commissions = commissions;
        this.processes = processes;
    }

    /** @param commissionNo null until the laboratory has accepted */
    @Schema(name = "Case")
    record CaseLine(
            String caseId,
            @Schema(types = {"string", "null"}) String commissionNo,
            String labCode,
            CaseStage state,
            String item,
            List<Open> openTasks) {}

    /** @param key what is to be done, the same in every language: {@code receiveSample} */
    @Schema(name = "OpenTask")
    record Open(
            String key,
            String name,
            OffsetDateTime since,
            @Schema(types = {"string", "null"}) String assignee,
            List<String> groups) {

        static Open of(OpenTask task) {
            return new Open(
                    task.key(),
                    task.name(),
                    task.since().atZone(CityTime.ZONE).toOffsetDateTime(),
                    task.assignee(),
                    task.groups());
        }
    }

    @Operation(operationId = "listCases", summary = "Cases and what is to be done in them, the newest first")
    @GetMapping("/api/cases")
    Paged<CaseLine> cases(
            @RequestParam(required = false) CaseStage state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageAsked.LAST) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PageAsked.LARGEST) int size) {
        Paged<CaseView> cases = commissions.list(CaseFilter.of(q, state == null ? null : state.name()), page, size);
        Map<String, List<OpenTask>> open =
                processes.openTasks(cases.items().stream().map(CaseView::caseId).toList()).stream()
                        .collect(Collectors.groupingBy(OpenTask::caseId));
        return cases.map(one -> line(one, open.getOrDefault(one.caseId(), List.of())));
    }

    @Operation(operationId = "getCase", summary = "One case and what is to be done in it")
    @GetMapping("/api/cases/{caseId}")
    CaseLine one(@PathVariable String caseId) {
        return line(commissions.overview(caseId), processes.openTasks(List.of(caseId)));
    }

    private static CaseLine line(CaseView view, List<OpenTask> open) {
        return new CaseLine(
                view.caseId(),
                view.commissionNo(),
                view.parties().labCode(),
                view.stage(),
                view.item(),
                open.stream().map(Open::of).toList());
    }
}
