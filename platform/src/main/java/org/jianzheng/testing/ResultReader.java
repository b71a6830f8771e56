package org.jianzheng.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.RecordDifferences;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestResult;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.procedure.ResultView;
import org.springframework.stereotype.Component;

/** Puts the current result of a case together for those who print and show it. */
@Component
class ResultReader {

    private final TestStore store;
    private final ChineseText texts;

    ResultReader(TestStore store, ChineseText texts) {
        this.store = store;
        this.texts = texts;
    }

    Optional<ResultView> result(String caseId) {
        return store.results(caseId).stream().findFirst().map(result -> view(store.order(caseId), result));
    }

    private ResultView view(TestOrder order, TestResult result) {
        List<RawRecord> all = store.records(order.caseId());
        List<RawRecord> used =
                all.stream().filter(record -> record.pass() == result.pass()).toList();
        RawRecord last = used.get(0);
        return new ResultView(
                order.caseId(),
                order.orderNo(),
                order.family(),
                order.item(),
                result.finding(),
                result.concludedAt(),
                result.softwareVersion(),
                new ResultView.Course(
                        tester(used),
                        day(used.stream().map(RawRecord::startedAt).min(Comparator.naturalOrder())),
                        day(used.stream().map(RawRecord::finishedAt).max(Comparator.naturalOrder())),
                        order.place(),
                        used.stream()
                                .map(RawRecord::equipment)
                                .flatMap(Collection::stream)
                                .distinct()
                                .toList(),
                        new ResultView.Environment(
                                last.entered().text("temperature", 10),
                                last.entered().text("humidity", 10)),
                        abnormalities(used)),
                all.stream()
                        .map(record -> record.view(record == newest(all, record.stage())))
                        .toList());
    }

    /** Who recorded it; where the ages of one sample fell to several people, all of them stand in the report. */
    private static ResultView.Tester tester(List<RawRecord> newestFirst) {
        RawRecord last = newestFirst.get(0);
        List<String> names = new ArrayList<>(
                newestFirst.stream().map(RawRecord::recordedByName).toList());
        Collections.reverse(names);
        return new ResultView.Tester(
                last.recordedBy(),
                names.stream().distinct().collect(Collectors.joining("、")),
                last.testerCertificate());
    }

    OrderView order(TestOrder order) {
        List<RawRecord> newestFirst = store.records(order.caseId());
        return new OrderView(
                order.orderNo(),
                order.sampleNo(),
                order.testerName(),
                order.plannedOn(),
                order.place(),
                order.awaiting(),
                order.returnReason(),
                order.overdueSince(),
                newestFirst.stream().map(record -> history(record, newestFirst)).toList());
    }

    private static OrderView.Version history(RawRecord record, List<RawRecord> newestFirst) {
        List<OrderView.Change> changes = newestFirst.stream()
                .filter(before -> before.recordNo().equals(record.supersedes()))
                .findFirst()
                .map(before -> RecordDifferences.between(before.values(), record.values()))
                .orElse(List.of());
        return new OrderView.Version(record.view(record == newest(newestFirst, record.stage())), changes);
    }

    /** What was odd about it, what the tester had to stand by or typed, what a permit let be: reviewer, record and report say so. */
    private String abnormalities(List<RawRecord> used) {
        return used.stream()
                .flatMap(record -> Stream.concat(
                        Stream.of(record.entered().text("abnormalities", 500), doubted(record), (String)
                                record.values().get("manualEntry")),
                        permitted(record)))
                .filter(text -> text != null)
                .collect(Collectors.joining("；"));
    }

    private String doubted(RawRecord record) {
        Object doubts = record.values().get("doubts");
        return doubts == null
                ? null
                : texts.text("testing.doubt.stands", doubts, record.values().get("confirmation"));
    }

    /** Whoever reads the report knows that a machine's clock alone says when it was tested. */
    private Stream<String> permitted(RawRecord record) {
        return record.entered().rows("runs").stream()
                .filter(run -> run.has("permit"))
                .map(run -> texts.text("testing.permitted", run.text("no", 60), run.text("received", 40)));
    }

    private static RawRecord newest(List<RawRecord> newestFirst, String stage) {
        return newestFirst.stream()
                .filter(record -> record.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate day(Optional<Instant> at) {
        return LocalDate.ofInstant(at.orElseThrow(), CityTime.ZONE);
    }
}
