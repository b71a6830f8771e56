package org.jianzheng.testing.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * The current result of a case, as a report prints it. All figures are text with the places the standard asks for; texts
 * are Chinese.
 *
 * @param family CONCRETE, MORTAR, CEMENT, REBAR, WELD or SPLICE
 * @param records every version of every raw record, newest first
 */
public record ResultView(
        String caseId,
        String orderNo,
        String family,
        String item,
        TestFinding finding,
        Instant concludedAt,
        String softwareVersion,
        Course course,
        List<RecordVersion> records) {

    /** Whether this person recorded anything of the case: any age, any version. */
    public boolean isRecordedBy(String username) {
        return records.stream().anyMatch(record -> record.recordedBy().equals(username));
    }

    /**
     * @param username of whoever recorded last
     * @param name of everybody who recorded, in the order in which they did
     */
    public record Tester(String username, String name, String certificateNo) {}

    /** A machine as the report names it; the day its calibration ends is printed beside it. */
    public record Equipment(String code, String name, LocalDate calibratedUntil) {}

    /** Temperature in °C and relative humidity in %, as entered. */
    public record Environment(String temperatureC, String humidityPercent) {}

    /** One judged item; verdict PASS, FAIL, RETEST … or null where the standard sets no limit. */
    public record RequirementRow(String item, String requirement, String measured, Verdict verdict) {}

    /** One evaluation as it was calculated: enough to do it again and get the same. */
    public record EvaluationLine(
            String method,
            Map<String, Object> inputs,
            Map<String, Object> outcome,
            Verdict verdict,
            Map<String, Object> decisions,
            Map<String, Object> limits) {}

    /**
     * One version of a raw record.
     *
     * @param stage {@code main}, or for cement {@code 3d} and {@code 28d}
     * @param version from 1; the highest of a stage is the current one
     * @param values everything as entered
     * @param correctionReason why the version before it was superseded; null in version 1
     * @param testerCertificate of whoever recorded it, as it was that day
     * @param equipment as it stood that day
     */
    public record RecordVersion(
            String recordNo,
            String stage,
            int version,
            boolean current,
            Map<String, Object> values,
            String recordedBy,
            String recordedByName,
            Instant recordedAt,
            Instant startedAt,
            Instant finishedAt,
            String correctionReason,
            String testerCertificate,
            List<Equipment> equipment) {}

    /**
     * Who tested it, when, where, with what.
     *
     * @param testedFrom first day on which something was measured
     * @param testedUntil last such day
     */
    public record Course(
            Tester tester,
            LocalDate testedFrom,
            LocalDate testedUntil,
            String place,
            List<Equipment> equipment,
            Environment environment,
            String abnormalities) {}
}
