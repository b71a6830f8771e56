package org.jianzheng.acquisition.run;

import java.util.List;

/**
 * What a scanned mark stands on, for the one who is to test it: what the test takes and nothing of whose it is.
 *
 * @param position of the specimen in its sample, from 1
 * @param methods of the order that a machine may measure
 * @param machines of the order
 */
public record AwaitedPiece(
        String mark, String sampleNo, int position, int specimens, List<String> methods, List<String> machines) {}
