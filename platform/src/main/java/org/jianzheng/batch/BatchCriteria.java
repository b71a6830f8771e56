package org.jianzheng.batch;

import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.KeyText;

/**
 * What all groups of a batch have in common (GB/T 50107-2010, 4.3.1; GB 50203-2011, 4.0.12).
 *
 * @param curing as printed
 * @param age the age it is designed for, such as {@code 28 d}
 * @param mix number of the mix; of mortar its kind; empty where the order named none
 */
public record BatchCriteria(BatchKind kind, String grade, String curing, String age, String mix) {

    private static final int KEY = 16;

    /** The same for batches that differ in spelling alone: people type the mix. */
    public String key() {
        return DigestUtils.sha256Hex(others() + "\n" + plain(mix)).substring(0, KEY);
    }

    /** Whether nothing but the mix tells them apart. */
    boolean differsInMixFrom(BatchCriteria other) {
        return others().equals(other.others()) && !key().equals(other.key());
    }

    private String others() {
        return String.join("\n", kind.name(), grade, curing, age);
    }

    private static String plain(String text) {
        return KeyText.compared(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
