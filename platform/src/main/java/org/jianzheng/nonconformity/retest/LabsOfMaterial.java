package org.jianzheng.nonconformity.retest;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jianzheng.commission.Commissions;
import org.jianzheng.nonconformity.loop.Loop;
import org.jianzheng.nonconformity.loop.Loops;
import org.springframework.stereotype.Component;

/** Which laboratories have tested the material already, the first failure's and those of its re-tests: a dispute goes elsewhere. */
@Component
public class LabsOfMaterial {

    private final Loops loops;
    private final Commissions commissions;

    LabsOfMaterial(Loops loops, Commissions commissions) {
        this.loops = loops;
        this.commissions = commissions;
    }

    Set<String> testedBy(Loop loop) {
        Set<String> labs = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Optional<Loop> above = Optional.of(loop);
        while (above.isPresent() && seen.add(above.get().reportNo())) {
            labs.add(above.get().parties().labCode());
            labs.addAll(again(above.get()));
            above = commissions.retestOf(above.get().caseId()).flatMap(loops::findById);
        }
        return labs;
    }

    // Where one is still asked for, nobody has tested yet.
    private Set<String> again(Loop loop) {
        Set<String> labs = new TreeSet<>();
        commissions.retestsOf(loop.reportNo()).stream()
                .map(commissions::overview)
                .filter(one -> one.stage().tested())
                .forEach(one -> labs.add(one.parties().labCode()));
        return labs;
    }
}
