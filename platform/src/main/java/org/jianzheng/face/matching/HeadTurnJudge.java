package org.jianzheng.face.matching;

import java.util.List;
import org.jianzheng.sampling.event.HeadTurn;

/** Whether somebody who was asked to turn their head did, which no picture of them does. Never throws for what is in a picture. */
public interface HeadTurnJudge {

    /** Where nothing can: people look at the pictures. */
    HeadTurnJudge NOBODY = (front, turned, asked) -> TurnFinding.NOT_JUDGED;

    /**
     * All JPEG, upright.
     *
     * @param front before they were asked
     * @param turned after that, in their order
     */
    TurnFinding judge(byte[] front, List<byte[]> turned, HeadTurn asked);
}
