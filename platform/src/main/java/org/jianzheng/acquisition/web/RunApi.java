package org.jianzheng.acquisition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.warning.WarningView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs of machines for programs: a machine's host opens one and looks how far it has come. */
@RestController
@Tag(name = "runs")
class RunApi {

    private final Acquisition acquisition;

    RunApi(Acquisition acquisition) {
        this.acquisition = acquisition;
    }

    /** What is to be tested, by which method, on which machine. */
    record Opening(
            @NotBlank @Size(max = 64) String specimen,
            @NotBlank @Size(max = 32) String method,
            @NotBlank @Size(max = 32) String equipment) {}

    record Opened(String runId) {}

    /**
     * How far a run has come.
     *
     * @param warnings what the machine and the operator should know
     */
    @Schema(name = "Run")
    record Progress(
            String runId,
            String status,
            @Schema(types = {"integer", "null"}) Integer points,
            @Schema(types = {"number", "null"}) BigDecimal peakKn,
            @Schema(types = {"string", "null"}) String sha256,
            List<String> warnings) {

        static Progress of(RunView run, List<WarningView> found) {
            RunView.Sealed sealed = run.sealed();
            return new Progress(
                    run.id(),
                    run.state().name(),
                    sealed == null ? null : sealed.points(),
                    sealed == null ? null : sealed.peakKn(),
                    sealed == null ? null : sealed.sha256(),
                    Stream.concat(
                                    Stream.ofNullable(run.reason()),
                                    found.stream().map(WarningView::sentence))
                            .toList());
        }
    }

    /** Whole milliseconds since the begin and the force at each. */
    record Points(List<Integer> t, List<BigDecimal> kN) {

        static Points of(Curve curve) {
            return new Points(
                    Arrays.stream(curve.millis()).boxed().toList(),
                    IntStream.range(0, curve.points())
                            .mapToObj(curve::kilonewtons)
                            .toList());
        }
    }

    @Operation(
            operationId = "openRun",
            summary = "Opens a run: the signed-in tester is its operator, the machine is told")
    @PostMapping("/api/runs")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@Valid @RequestBody Opening asked) {
        return new Opened(acquisition
                .open(asked.specimen(), asked.method(), asked.equipment())
                .id());
    }

    @Operation(operationId = "getRun", summary = "How far a run has come")
    @GetMapping("/api/runs/{runId}")
    Progress run(@PathVariable String runId) {
        RunView run = acquisition.run(runId);
        return Progress.of(run, acquisition.warningsOf(run));
    }

    @Operation(operationId = "getCurve", summary = "The sealed curve of a run, as it was sent")
    @GetMapping("/api/runs/{runId}/curve")
    Points curve(@PathVariable String runId) {
        return Points.of(acquisition.curve(runId));
    }
}
