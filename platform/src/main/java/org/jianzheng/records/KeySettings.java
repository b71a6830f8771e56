package org.jianzheng.records;

import java.nio.file.Path;

/**
 * Where a key is kept.
 *
 * @param keystore a PKCS#12 file
 */
record KeySettings(Path keystore, String password) {}
