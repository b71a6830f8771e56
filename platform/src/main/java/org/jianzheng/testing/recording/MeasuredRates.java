package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.proven.MeasuredRate;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.procedure.RecordForm;

/** The loading rate of a record whose pieces machines loaded: the mean of their straight fits, and nobody's to type. */
public final class MeasuredRates {

    /** Of the record. */
    public static final String FIELD = "loadingRate";

    private MeasuredRates() {}

    static boolean isRate(RecordStage.Input input) {
        return input.name().equals(FIELD);
    }

    /**
     * What stands in the field.
     *
     * @param rates of all pieces; of none where one of them was typed
     * @return empty where the stage asks for no rate, or for one in another unit
     */
    static Optional<BigDecimal> shown(List<MeasuredRate> rates, RecordStage stage) {
        return mean(rates, stage).filter(mean -> fits(mean, stage));
    }

    private static boolean fits(BigDecimal mean, RecordStage stage) {
        return stage.inputs().stream()
                .filter(MeasuredRates::isRate)
                .allMatch(input -> input.decimal().from().compareTo(mean) <= 0
                        && input.decimal().until().compareTo(mean) >= 0);
    }

    private static Optional<BigDecimal> mean(List<MeasuredRate> rates, RecordStage stage) {
        return stage.inputs().stream()
                .filter(MeasuredRates::isRate)
                .filter(input -> !rates.isEmpty()
                        && rates.stream().allMatch(rate -> rate.unit().equals(input.unit())))
                .findFirst()
                .map(input -> rates.stream()
                        .map(MeasuredRate::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(
                                BigDecimal.valueOf(rates.size()),
                                input.decimal().places(),
                                RoundingMode.HALF_EVEN));
    }

    /**
     * The record with the measured rate. One that no record may hold stays out: the run's own warning tells of it, and the
     * curve shows it.
     *
     * @throws RuleBroken where another was typed
     */
    static RecordForm applied(RecordForm typed, List<MeasuredRate> rates, RecordStage stage) {
        return mean(rates, stage).map(mean -> over(typed, mean, stage)).orElse(typed);
    }

    private static RecordForm over(RecordForm typed, BigDecimal mean, RecordStage stage) {
        if (typed.has(FIELD) && typed.reading(FIELD).value().compareTo(mean) != 0) {
            throw typed.broken(FIELD, "testing.run.otherRate", typed.text(FIELD, 40), mean.toPlainString());
        }
        return fits(mean, stage) ? typed.with(FIELD, mean.toPlainString()) : typed;
    }
}
