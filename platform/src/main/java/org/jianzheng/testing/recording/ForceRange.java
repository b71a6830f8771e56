package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianzheng.registry.Machine;
import org.jianzheng.standards.evaluation.Reading;
import org.jianzheng.testing.procedure.RecordForm;

/** Nobody reads a force off a machine that cannot reach it: such a record is a slip of the pen or invented. */
final class ForceRange {

    private static final Set<String> FORCES = Set.of("loadKn", "yieldForceKn", "maxForceKn");

    /** Entries that say their range in words only: the ends in {@code 0～2000 kN} and {@code 0～10 kN / 0～300 kN}. */
    private static final Pattern END = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*kN", Pattern.CASE_INSENSITIVE);

    private ForceRange() {}

    /** @param machines those that the force can be read off; where none of them has its range in kN, nothing can be said */
    static void check(RecordForm entered, Collection<Machine> machines) {
        end(machines).ifPresent(end -> entered.allRows().forEach(row -> check(row, end)));
    }

    private static void check(RecordForm row, BigDecimal end) {
        for (String force : FORCES) {
            Reading read = row.positiveOrNull(force);
            if (read != null && read.exceeds(end)) {
                throw row.broken(force, "testing.record.beyondRange", read, end.toPlainString());
            }
        }
    }

    /** In kN, of the strongest machine. */
    static Optional<BigDecimal> end(Collection<Machine> machines) {
        return machines.stream().flatMap(ForceRange::ends).max(Comparator.naturalOrder());
    }

    private static Stream<BigDecimal> ends(Machine machine) {
        return machine.span() != null
                ? machine.span().kilonewtons().stream()
                : END.matcher(machine.range()).results().map(found -> new BigDecimal(found.group(1)));
    }
}
