package org.jianzheng.reporting.issuing;

import java.util.function.Function;
import org.jianzheng.records.number.SerialNumber;
import org.springframework.transaction.support.TransactionSynchronization;

/** One transaction's place in the line of a series. */
final class SeriesTurn implements TransactionSynchronization {

    private final SeriesLine line;
    private final SerialNumber series;
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();

    SeriesTurn(SeriesLine line, SerialNumber series) {
        this.line = line;
        this.series = series;
    }

    /**
     * Prepares with the number expected, and again whenever another is to be expected, until it is this turn's moment to
     * take one.
     *
     * @return what was prepared last; null where patience ended before anything was
     */
    <T> T whileWaiting(Function<SerialNumber, T> preparation) {
        T prepared = null;
        int with = SeriesLine.NONE;
        for (int serial = line.await(this, with); serial != SeriesLine.NONE; serial = line.await(this, with)) {
            prepared = preparation.apply(series.withSerial(serial));
            with = serial;
        }
        return prepared;
    }

    void took(SerialNumber number) {
        line.took(this, number.serial());
    }

    @Override
    public void afterCompletion(int status) {
        line.leave(this, status == STATUS_COMMITTED);
    }

    boolean ofSameTransaction(SeriesTurn other) {
        return thread.equals(other.thread);
    }

    long since() {
        return since;
    }
}
