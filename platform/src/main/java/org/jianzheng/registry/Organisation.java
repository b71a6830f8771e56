package org.jianzheng.registry;

/**
 * A firm or authority people work for.
 *
 * @param path its group path, {@code contractors/SJ1}
 * @param creditCode unified social credit code (统一社会信用代码)
 * @param email where notices go; empty where none is known
 */
public record Organisation(
        String path, String name, String creditCode, String contact, String phone, String address, String email) {

    /** {@code SJ1} of {@code contractors/SJ1}. */
    public String code() {
        return path.substring(path.indexOf('/') + 1);
    }

    /** One firm may be registered in several trades, under a path in each. */
    public boolean isSameFirmAs(Organisation other) {
        return path.equals(other.path)
                || (!creditCode.isBlank() && creditCode.strip().equalsIgnoreCase(other.creditCode.strip()));
    }
}
