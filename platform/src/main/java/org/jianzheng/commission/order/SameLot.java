package org.jianzheng.commission.order;

import java.util.Objects;
import org.jianzheng.kernel.KeyText;

/**
 * Whether two orders of a project speak of the same material: of the same batch where both name one, else for the same part.
 * Typed by people, so spelling does not count.
 */
public final class SameLot {

    private SameLot() {}

    public static boolean is(CommissionRequest one, CommissionRequest other) {
        return one.projectCode().equals(other.projectCode())
                && one.item().equals(other.item())
                && one.grade().equals(other.grade())
                && one.details().equals(other.details())
                && lot(one, other);
    }

    private static boolean lot(CommissionRequest one, CommissionRequest other) {
        String batch = plain(one.batchNo());
        String otherBatch = plain(other.batchNo());
        return batch.isEmpty() || otherBatch.isEmpty() ? place(one).equals(place(other)) : batch.equals(otherBatch);
    }

    private static String place(CommissionRequest request) {
        return plain(request.unitWorks()) + "/" + plain(request.part());
    }

    private static String plain(String text) {
        return KeyText.compared(Objects.requireNonNullElse(text, "")).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
