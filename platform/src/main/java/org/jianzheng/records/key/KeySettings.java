package org.jianzheng.records.key;

import java.nio.file.Path;

/**
 * Where a key is kept.
 *
 * @param keystore a PKCS#12 file
 */
public record KeySettings(Path keystore, String password) {}
