package org.jianzheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.standards.catalogue.LeftOpen;

/** Which values of an input the station permits on which day: those of the folder, but for what it has changed since. */
record PermittedValues(LeftOpen open, List<PermissionChange> changes) {

    private static final Comparator<PermissionChange> BY_DAY =
            Comparator.comparing(PermissionChange::from).thenComparing(PermissionChange::number);

    PermittedValues {
        changes = changes.stream().sorted(BY_DAY).toList();
    }

    PermittedValues with(PermissionChange change) {
        return new PermittedValues(
                open, Stream.concat(changes.stream(), Stream.of(change)).toList());
    }

    boolean permits(String value, LocalDate day) {
        return decided(value, day).orElseGet(() -> open.permitted().contains(value));
    }

    private Optional<Boolean> decided(String value, LocalDate day) {
        return changes.stream()
                .filter(change -> change.value().equals(value) && !change.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(PermissionChange::permitted);
    }

    /**
     * Whether the station has withdrawn it on one of the days from the first to the last; what was withdrawn in between does
     * not come back by itself. A later folder withdraws nothing: that is the station's to say, for a day ahead.
     */
    boolean withdrawn(String value, LocalDate first, LocalDate last) {
        return Stream.concat(Stream.of(first), days(first, last))
                .anyMatch(day ->
                        decided(value, day).filter(permitted -> !permitted).isPresent());
    }

    private Stream<LocalDate> days(LocalDate first, LocalDate last) {
        return changes.stream()
                .map(PermissionChange::from)
                .filter(day -> day.isAfter(first) && !day.isAfter(last))
                .distinct();
    }

    /** In the order in which the evaluation knows them. */
    List<String> on(LocalDate day) {
        return open.values().stream().filter(value -> permits(value, day)).toList();
    }

    /** What whoever has chosen nothing follows. */
    String first(LocalDate day) {
        return on(day).stream().findFirst().orElseGet(open::usual);
    }

    /** Whatever is permitted on that day or a later one: what can be chosen for one of them. */
    List<String> from(LocalDate day) {
        return open.values().stream()
                .filter(value ->
                        Stream.concat(Stream.of(day), days(day, LocalDate.MAX)).anyMatch(each -> permits(value, each)))
                .toList();
    }

    /** Whether some value is permitted on that day and every later one. */
    boolean leavesOneFrom(LocalDate day) {
        List<LocalDate> days = new ArrayList<>(days(day, LocalDate.MAX).toList());
        days.add(day);
        return days.stream().noneMatch(each -> on(each).isEmpty());
    }
}
