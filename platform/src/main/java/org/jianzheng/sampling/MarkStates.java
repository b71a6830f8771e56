package org.jianzheng.sampling;

import java.util.List;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.disposal.Disposals;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.MarkState;
import org.jianzheng.sampling.mark.RollMark;
import org.springframework.stereotype.Component;

/** Works out where a mark stands. Nothing of it is stored: the sample, its test and its disposal say it. */
@Component
class MarkStates {

    private final MarkMaker maker;
    private final MarkRolls rolls;
    private final Specimens specimens;
    private final Scanning scanning;
    private final TestedSamples tested;
    private final Disposals disposals;
    private final Identity identity;

    MarkStates(
            MarkMaker maker,
            MarkRolls rolls,
            Specimens specimens,
            Scanning scanning,
            TestedSamples tested,
            Disposals disposals,
            Identity identity) {
        this.maker = maker;
        this.rolls = rolls;
        this.specimens = specimens;
        this.scanning = scanning;
        this.tested = tested;
        this.disposals = disposals;
        this.identity = identity;
    }

    /** Empty for what is no mark of this platform. */
    Optional<MarkState> of(String code) {
        return maker.read(code)
                .flatMap(mark -> specimens.findById(mark).map(this::of).or(() -> ofRoll(mark)));
    }

    private Optional<MarkState> ofRoll(String mark) {
        RollMark found = rolls.marks(List.of(mark)).get(mark);
        return Optional.ofNullable(found).map(MarkStates::ofUnbound);
    }

    private static MarkState ofUnbound(RollMark mark) {
        if (mark.unordered() != null) {
            return mark.unorderedEnded() ? MarkState.VOID : MarkState.SEALED;
        }
        return mark.voided() == null ? MarkState.BLANK : MarkState.VOID;
    }

    private MarkState of(Specimen specimen) {
        return scanning.stands(specimen) ? of(specimen.sample()) : MarkState.VOID;
    }

    MarkState of(Sample sample) {
        return switch (sample.state()) {
            case ISSUED, TAKING_UNDECIDED -> MarkState.BOUND;
            case TAKEN, WITNESSING_UNDECIDED -> MarkState.SEALED;
            case WITNESSED -> MarkState.WITNESSED;
            case RECEIVED -> afterReceipt(sample);
            case REFUSED, LATE, GIVEN_UP -> MarkState.VOID;
        };
    }

    private MarkState afterReceipt(Sample sample) {
        if (disposals.of(sample.id()).isPresent()) {
            return MarkState.DISPOSED;
        }
        return tested.among(List.of(sample.caseId())).isEmpty() ? MarkState.RECEIVED : MarkState.TESTED;
    }

    /** Whether the acting person may say what became of its specimens. */
    boolean mayDispose(Sample sample) {
        return of(sample) == MarkState.TESTED && isOfItsLaboratory(sample);
    }

    private boolean isOfItsLaboratory(Sample sample) {
        Person person = identity.acting();
        return (person.has(Role.RECEIVER) || person.has(Role.LABADMIN))
                && person.lab().equals(Optional.of(sample.parties().labCode()));
    }

    void requireTested(Sample sample) {
        if (!isOfItsLaboratory(sample)) {
            throw new RuleBroken("sampling.disposal.notTheirs");
        }
        MarkState state = of(sample);
        if (state == MarkState.DISPOSED) {
            throw new RuleBroken("sampling.disposal.done", sample.label());
        }
        if (state != MarkState.TESTED) {
            throw new RuleBroken("sampling.disposal.notTested", sample.label());
        }
    }
}
