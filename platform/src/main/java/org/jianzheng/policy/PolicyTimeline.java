package org.jianzheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a laboratory follows on which day, by what the station permits and what its technical head has approved. */
final class PolicyTimeline {

    private final PermittedValues permitted;
    private final List<PolicyChoice> approved;

    /** @param choices of one laboratory and input, whatever became of them */
    PolicyTimeline(PermittedValues permitted, List<PolicyChoice> choices) {
        this.permitted = permitted;
        this.approved = choices.stream()
                .filter(PolicyChoice::isApproved)
                .sorted(Comparator.comparing(PolicyChoice::from)
                        .thenComparing(choice -> choice.decision().at()))
                .toList();
    }

    PolicyTimeline under(PermittedValues other) {
        return new PolicyTimeline(other, approved);
    }

    PermittedValues permitted() {
        return permitted;
    }

    String followed(LocalDate day) {
        return at(day).value();
    }

    Optional<PolicyChoice> approvedFrom(LocalDate day) {
        return approved.stream().filter(choice -> choice.from().equals(day)).findFirst();
    }

    /** Newest first. */
    List<PolicySpan> spans() {
        List<PolicySpan> spans = new ArrayList<>();
        PolicySpan last = open(at(LocalDate.MIN), null);
        for (LocalDate day : days().toList()) {
            PolicySpan next = at(day);
            if (!same(last, next)) {
                spans.add(new PolicySpan(last.from(), day.minusDays(1), last.value(), last.choice(), last.lapsed()));
                last = open(next, day);
            }
        }
        spans.add(last);
        spans.sort(Comparator.comparing(PolicySpan::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return spans;
    }

    /** The first day from that one on which another value is followed there. */
    Optional<LocalDate> differsFrom(PolicyTimeline other, LocalDate day) {
        return Stream.of(Stream.of(day), days(), other.days())
                .flatMap(each -> each)
                .filter(each -> !each.isBefore(day))
                .sorted()
                .filter(each -> !followed(each).equals(other.followed(each)))
                .findFirst();
    }

    private Stream<LocalDate> days() {
        return Stream.concat(
                        permitted.changes().stream().map(PermissionChange::from),
                        approved.stream().map(PolicyChoice::from))
                .distinct()
                .sorted();
    }

    private PolicySpan at(LocalDate day) {
        Optional<PolicyChoice> chosen =
                approved.stream().filter(choice -> !choice.from().isAfter(day)).reduce((earlier, later) -> later);
        Optional<PolicyChoice> followed =
                chosen.filter(choice -> !permitted.withdrawn(choice.value(), choice.from(), day));
        return followed.map(choice -> new PolicySpan(day, null, choice.value(), choice, false))
                .orElseGet(() -> new PolicySpan(day, null, permitted.first(day), null, chosen.isPresent()));
    }

    private static PolicySpan open(PolicySpan span, LocalDate from) {
        return new PolicySpan(from, null, span.value(), span.choice(), span.lapsed());
    }

    private static boolean same(PolicySpan one, PolicySpan other) {
        return one.value().equals(other.value())
                && Objects.equals(one.choice(), other.choice())
                && one.lapsed() == other.lapsed();
    }
}
