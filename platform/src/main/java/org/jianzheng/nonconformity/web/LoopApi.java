package org.jianzheng.nonconformity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.nonconformity.register.LoopLine;
import org.jianzheng.nonconformity.register.RegisterFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of nonconformities for programs. */
@RestController
@Tag(name = "nonconformities")
class LoopApi {

    private final Nonconformity nonconformity;

    LoopApi(Nonconformity nonconformity) {
        this.nonconformity = nonconformity;
    }

    @Operation(operationId = "listNonconformities", summary = "Loops of failing reports, the newest first")
    @GetMapping("/api/nonconformities")
    Paged<Line> list(
            @RequestParam(required = false) LoopState state,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageAsked.LAST) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PageAsked.LARGEST) int size) {
        return nonconformity
                .list(RegisterFilter.ofState(state == null ? null : state.name()), page, size)
                .map(Line::of);
    }

    /** Instants carry the city's offset. */
    @Schema(name = "Nonconformity")
    record Line(
            String reportNo,
            String caseId,
            String labCode,
            String item,
            LoopState state,
            OffsetDateTime openedAt,
            @Schema(
                            types = {"string", "null"},
                            format = "date-time")
                    OffsetDateTime dueAt,
            boolean overdue,
            List<String> waitingFor) {

        static Line of(LoopLine loop) {
            return new Line(
                    loop.reportNo(),
                    loop.caseId(),
                    loop.labCode(),
                    loop.item(),
                    loop.state(),
                    city(loop.openedAt()),
                    city(loop.dueAt()),
                    loop.overdue(),
                    loop.waitingFor());
        }

        private static OffsetDateTime city(Instant at) {
            return at == null ? null : at.atZone(CityTime.ZONE).toOffsetDateTime();
        }
    }
}
