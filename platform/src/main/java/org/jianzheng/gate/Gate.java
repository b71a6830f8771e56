package org.jianzheng.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.identity.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: may this laboratory, this person, this machine do this item on this day, with reasons. */
@Service
@Transactional(readOnly = true)
public class Gate {

    private final GateEvaluation evaluation;
    private final GateWarnings warnings;

    Gate(GateEvaluation evaluation, GateWarnings warnings) {
        this.evaluation = evaluation;
        this.warnings = warnings;
    }

    /**
     * Whether something may be done. Nothing is recorded: for looking ahead, in lists and forms.
     *
     * @see #pass
     */
    public GateAnswer ask(GateQuestion question) {
        return evaluation.ask(question);
    }

    /** For many questions at once: all are answered from the registries as they stand now. */
    public Function<GateQuestion, GateAnswer> asOfNow() {
        return evaluation.asOfNow();
    }

    /**
     * The same where it is about to be done, in the transaction that does it: warnings are recorded with the case, and what
     * is stopped and a breach is told as {@link WorkStopped}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public GateAnswer pass(GateQuestion question) {
        GateAnswer answer = evaluation.ask(question);
        warnings.keep(question, answer);
        return answer;
    }

    /** Whether being stopped by that is a breach by the station's table, and not just a refusal. */
    public boolean isBreach(GateFinding finding, GateQuestion question) {
        return evaluation.isBreach(finding, question);
    }

    /** What the gate has warned of in a case, in the order it came. */
    public List<GateWarnings.Warning> warnings(String caseId) {
        return warnings.of(caseId);
    }

    /**
     * What the gate has warned of in that case and warns of now, for the form of the step that the question is about; empty
     * when it has not.
     */
    public String warnings(GateQuestion ahead) {
        return Stream.concat(
                        warnings.of(ahead.caseId()).stream().map(GateWarnings.Warning::reason),
                        evaluation.ask(ahead).warnings().stream().map(GateFinding::reason))
                .distinct()
                .collect(Collectors.joining("；"));
    }

    /** Number of the person's certificate for that role, or empty text. */
    public String certificateNo(String username, Role role) {
        return evaluation.certificateNo(username, role).orElse("");
    }

    /** Those of the employer's people who may act in the role on these parameters of the item that day. */
    public List<AblePerson> able(String employer, Role role, String item, Set<String> parameters, LocalDate day) {
        return evaluation.able(employer, role, item, parameters, day);
    }
}
