package org.jianzheng.testing.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.procedure.TestSubject;

/**
 * When the test of a stage may begin, by {@code ages.csv} of the folder that the order was written under.
 *
 * @param test what is tested, in words
 * @param since when the age began
 * @param until null where nothing says that it could be too late
 */
public record AgeWindow(String test, Instant since, Instant from, Instant until) {

    private static final String STAGE = "stage";
    private static final String AGE = "ageDays";
    private static final String DAYS = "days";
    private static final String SINCE = "since";
    private static final Duration FORMS_KNOW_MINUTES = Duration.ofMinutes(1);

    public boolean isBefore(Instant started) {
        return started.isBefore(from.minus(FORMS_KNOW_MINUTES));
    }

    public boolean isOver(Instant started) {
        return until != null && started.isAfter(until.plus(FORMS_KNOW_MINUTES));
    }

    /**
     * Of several ages the line of the highest that is not above the ordered one. Empty where the table has none, and for
     * orders that are older than tables.
     *
     * @param started when the stages before it began
     */
    public static Optional<AgeWindow> of(String stage, TestSubject subject, Map<String, Instant> started) {
        return subject.order().methodSha256() == null
                ? Optional.empty()
                : subject.family().item().ages().stream()
                        .filter(row -> row.getOrDefault(STAGE, stage).equals(stage) && fits(row, subject))
                        .reduce((lower, higher) -> higher)
                        .flatMap(row -> since(row, subject, started).map(since -> of(row, stage, subject, since)));
    }

    private static boolean fits(Map<String, String> row, TestSubject subject) {
        boolean ordered = subject.order().details().entrySet().stream()
                .allMatch(field ->
                        row.getOrDefault(field.getKey(), field.getValue()).equals(field.getValue()));
        return ordered
                && (!row.containsKey(AGE)
                        || subject.sample().ageDays() != null
                                && subject.sample().ageDays() >= Integer.parseInt(row.get(AGE)));
    }

    private static Optional<Instant> since(Map<String, String> row, TestSubject subject, Map<String, Instant> started) {
        String event = row.getOrDefault(SINCE, "made");
        return Optional.ofNullable(
                switch (event) {
                    case "made" -> subject.sample().madeAt();
                    case "received" -> subject.receipt().receivedAt();
                    default -> started.get(event);
                });
    }

    private static AgeWindow of(Map<String, String> row, String stage, TestSubject subject, Instant since) {
        int days = row.containsKey(DAYS)
                ? Integer.parseInt(row.get(DAYS))
                : subject.sample().ageDays();
        Instant due = since.plus(Duration.ofDays(days));
        String late = row.get("minutesAfter");
        return new AgeWindow(
                row.containsKey(STAGE) ? named(stage, subject) : days + " d 龄期",
                since,
                due.minus(minutes(row.get("minutesBefore"))),
                late.isEmpty() ? null : due.plus(minutes(late)));
    }

    private static String named(String stage, TestSubject subject) {
        RecordStage recorded = subject.family().item().stage(stage);
        return recorded.name().zh();
    }

    private static Duration minutes(String cell) {
        return Duration.ofMinutes(Long.parseLong(cell));
    }

    /** In the words of a form's head. */
    public String text() {
        return until == null
                ? "%s：%s 起".formatted(test, CityTime.minute(from))
                : "%s：%s 至 %s".formatted(test, CityTime.minute(from), CityTime.minute(until));
    }
}
