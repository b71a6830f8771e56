package org.jianzheng.acquisition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jianzheng.acquisition.permit.PermitView;
import org.jianzheng.acquisition.permit.Permits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offline permits for programs: a machine's host has one made before a day without a network. */
@RestController
@Tag(name = "permits")
class PermitApi {

    private final Permits permits;

    PermitApi(Permits permits) {
        this.permits = permits;
    }

    /** One test; without a method, all that the specimen waits for. */
    record PermitTest(@NotBlank @Size(max = 64) String specimen, @Size(max = 32) String method) {}

    record PermitAsked(
            @NotBlank @Size(max = 32) String equipment,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid PermitTest> specimens,
            @NotNull OffsetDateTime from,
            @NotNull OffsetDateTime until) {}

    /** @param permit what the machine sends with each begin, as it is */
    record PermitMade(String permitId, String permit, List<PermittedRun> runs) {

        static PermitMade of(PermitView made) {
            return new PermitMade(
                    made.id(),
                    made.token(),
                    made.pieces().stream()
                            .map(piece -> new PermittedRun(made.runId(piece), piece.mark(), piece.method()))
                            .toList());
        }
    }

    record PermittedRun(String runId, String specimen, String method) {}

    record PermitRevoked(@NotBlank @Size(max = 500) String reason) {}

    @Operation(
            operationId = "makePermit",
            summary =
                    "Makes an offline permit: the tester, whose password was typed for the token, operates every run of it")
    @PostMapping("/api/permits")
    @ResponseStatus(HttpStatus.CREATED)
    PermitMade make(@Valid @RequestBody PermitAsked asked) {
        List<Permits.Wanted> wanted = asked.specimens().stream()
                .map(one -> new Permits.Wanted(one.specimen(), one.method() == null ? "" : one.method()))
                .toList();
        return PermitMade.of(permits.make(
                asked.equipment(),
                wanted,
                asked.from().toInstant(),
                asked.until().toInstant()));
    }

    @Operation(
            operationId = "revokePermit",
            summary = "Takes an offline permit back: what begins afterwards is not taken")
    @PostMapping("/api/permits/{permitId}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String permitId, @Valid @RequestBody PermitRevoked asked) {
        permits.revoke(permitId, asked.reason());
    }
}
