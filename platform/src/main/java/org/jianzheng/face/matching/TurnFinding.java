package org.jianzheng.face.matching;

import java.math.BigDecimal;

/**
 * What became of asking somebody to turn their head.
 *
 * @param by how far they turned to the side that was asked for, of 1 a quarter of a circle or so; null where nothing was judged
 * @param needed from which on it counts; null like that
 */
public record TurnFinding(TurnOutcome outcome, BigDecimal by, BigDecimal needed) {

    public static final TurnFinding NOT_JUDGED = new TurnFinding(TurnOutcome.NOT_JUDGED, null, null);

    static final int PLACES = 4;
}
