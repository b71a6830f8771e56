package org.jianzheng.testing.recording;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.manualentry.EntryGround;
import org.jianzheng.manualentry.ManualEntries;
import org.jianzheng.manualentry.TypedForce;
import org.jianzheng.manualentry.TypingBasis;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/** On whose word the forces of a record are typed that no machine sent. */
@Component
class TypedForces {

    private final ManualEntries entries;

    TypedForces(ManualEntries entries) {
        this.entries = entries;
    }

    /** @param machines that were ordered for it */
    OfRecord of(TestSubject subject, List<String> machines, String tester) {
        return new OfRecord(subject, machines, tester);
    }

    /** Of one record: each parameter is asked for once. */
    final class OfRecord {

        private final TestSubject subject;
        private final List<String> machines;
        private final String tester;
        private final Map<String, TypingBasis> asked = new HashMap<>();
        private final Set<TypingBasis> found = new LinkedHashSet<>();

        private OfRecord(TestSubject subject, List<String> machines, String tester) {
            this.subject = subject;
            this.machines = machines;
            this.tester = tester;
        }

        /**
         * Lets a row be typed whose piece has no run, or one broken off after which a second person let it be tested again.
         *
         * @param others whether runs were opened for the sample: then there is a machine, whatever the registry says now
         * @throws RuleBroken naming the row's field and the way out
         */
        void permit(RecordForm row, MachineReading reading, String number, Instant testedAt, boolean others) {
            TypingBasis basis;
            try {
                basis = asked.computeIfAbsent(reading.parameter(), parameter -> basis(parameter, testedAt));
            } catch (RuleBroken refused) {
                throw others
                        ? missing(row, reading, number)
                        : row.broken(reading.field(), refused.code(), refused.arguments());
            }
            if (others && basis.ground() == EntryGround.NO_MACHINE) {
                throw missing(row, reading, number);
            }
            found.add(basis);
        }

        private TypingBasis basis(String parameter, Instant testedAt) {
            return entries.basis(new TypedForce(
                    subject.parties().labCode(),
                    subject.item(),
                    parameter,
                    kinds(parameter),
                    machines,
                    tester,
                    testedAt));
        }

        private Set<MachineKind> kinds(String parameter) {
            return subject.family().item().parameters().stream()
                    .filter(one -> one.code().equals(parameter))
                    .findFirst()
                    .map(one -> MachineNeeds.kinds(one.machines()))
                    .orElseThrow();
        }

        List<TypingBasis> found() {
            return List.copyOf(found);
        }
    }

    static RuleBroken missing(RecordForm row, MachineReading reading, String number) {
        return row.broken(reading.field(), "testing.run.missing", number);
    }
}
