package org.jianzheng.testing.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;

/** Which row is which specimen is the platform's to say: the form shows the number, and gets no say in it. */
public final class SpecimenNumbers {

    private static final String SPARE = "spare";

    private SpecimenNumbers() {}

    /** Every list of the record with the blind numbers of its rows; a row that came with another number is refused. */
    public static RecordForm specimens(RecordForm entered, TestSubject subject) {
        var values = new LinkedHashMap<String, Object>(entered.values());
        values.replaceAll((key, value) ->
                value instanceof List<?> && ofSpecimens(key, subject) ? rows(key, entered, subject) : value);
        return new RecordForm(values);
    }

    /**
     * Forms of earlier diagrams showed six joints of a first test where six had been delivered. Three are the test; the
     * others are kept beside it.
     */
    static RecordForm withoutSpares(RecordForm entered, TestSubject subject) {
        var values = new LinkedHashMap<String, Object>(entered.values());
        var spare = new ArrayList<Object>();
        for (String list : List.of("specimens", "bends")) {
            int wanted = subject.family().procedure().rows(list, subject).size();
            if (values.get(list) instanceof List<?> rows
                    && rows.size() > wanted
                    && rows.size() <= subject.sample().specimenCount()) {
                values.put(list, rows.subList(0, wanted));
                spare.addAll(rows.subList(wanted, rows.size()));
            }
        }
        if (!spare.isEmpty()) {
            values.put(SPARE, spare);
        }
        return new RecordForm(values);
    }

    // Rows that the tester adds are steps, or bars of a component.
    private static boolean ofSpecimens(String list, TestSubject subject) {
        return !list.equals(SPARE)
                && subject.family().item().stages().stream()
                        .flatMap(stage -> stage.inputs().stream())
                        .noneMatch(input -> input.added() && input.name().equals(list));
    }

    private static List<Map<String, Object>> rows(String list, RecordForm entered, TestSubject subject) {
        List<Map<String, Object>> expected = subject.family().procedure().rows(list, subject);
        var rows = new ArrayList<Map<String, Object>>();
        for (RecordForm row : entered.rows(list)) {
            int i = rows.size();
            String no = i < expected.size() ? (String) expected.get(i).get("no") : subject.specimenNo(i + 1);
            if (row.has("no") && !no.equals(row.text("no", 60))) {
                throw row.broken("no", "testing.record.otherSpecimen", no);
            }
            var numbered = new LinkedHashMap<String, Object>();
            numbered.put("no", no);
            row.values().forEach(numbered::putIfAbsent);
            rows.add(numbered);
        }
        return rows;
    }
}
