package org.jianzheng.testing.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.RecordForm;
import org.springframework.stereotype.Component;

/** When the record of a stage may be there, and should be. */
@Component
public class StageTimes {

    private final TestStore store;
    private final TestSubjects subjects;

    StageTimes(TestStore store, TestSubjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /** What lies a day before it is boiled was not boiled in the same hour. */
    void requireTime(TestOrder order, RecordStage stage, RecordForm entered) {
        if (stage.following() == null) {
            return;
        }
        before(order, stage)
                .filter(record -> entered.instant("finishedAt")
                        .isBefore(record.startedAt()
                                .plus(Duration.ofHours(stage.following().hours()))))
                .ifPresent(record -> {
                    throw entered.broken(
                            "finishedAt",
                            "testing.record.tooSoon",
                            CityTime.minute(record.startedAt()),
                            stage.following().hours());
                });
    }

    private Optional<RawRecord> before(TestOrder order, RecordStage stage) {
        return store.current(order).values().stream()
                .filter(record -> !record.stage().equals(stage.code()))
                .max(Comparator.comparing(RawRecord::startedAt));
    }

    /**
     * The end of the planned day, a day after a return, the end of the day on which it has the age of a later stage, or of the
     * day so long after the record before it, whichever is last.
     */
    public Instant due(TestOrder order) {
        if (order.awaiting() == null) {
            return order.due();
        }
        RecordStage stage = subjects.family(order.caseId()).item().stage(order.awaiting());
        Stream<Instant> ofAge = stage.days() == null
                ? Stream.of()
                : Stream.of(CityTime.endOf(
                        subjects.of(order.caseId()).sample().madeOn().plusDays(stage.days())));
        Stream<Instant> following = stage.following() == null
                ? Stream.of()
                : before(order, stage)
                        .map(record -> CityTime.endOf(LocalDate.ofInstant(record.finishedAt(), CityTime.ZONE)
                                .plusDays(stage.following().days())))
                        .stream();
        return Stream.of(Stream.of(order.due()), ofAge, following)
                .flatMap(each -> each)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
