package org.jianzheng.reporting.issuing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.records.number.SerialNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The lines in which this node's issuers wait for the next number of a series. See {@code docs/adr/0005}: a line only saves
 * time; who gets which number is decided by the row of the series, for every node.
 */
@Component
class SeriesTurns {

    /** One processor is left to the one who holds the series, whom all wait for. */
    private static final int AHEAD = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** Many times what a whole line takes. Whoever is out of it asks the row of the series, which decides for all. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    // A line that nobody stands in is kept: one for each series of a year.
    private final Map<SerialNumber, SeriesLine> lines = new ConcurrentHashMap<>();

    /** The turn lasts until the surrounding transaction ends, however that comes. */
    SeriesTurn join(SerialNumber expected) {
        var line = lines.computeIfAbsent(expected.withSerial(0), series -> new SeriesLine(AHEAD, PATIENCE));
        var turn = new SeriesTurn(line, expected);
        TransactionSynchronizationManager.registerSynchronization(turn);
        line.join(turn, expected.serial());
        return turn;
    }
}
