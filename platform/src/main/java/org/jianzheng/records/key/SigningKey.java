package org.jianzheng.records.key;

import java.security.interfaces.ECPublicKey;
import java.time.Instant;

/**
 * The public half of a key of the platform, P-256.
 *
 * @param id the first four bytes of the SHA-256 of its SubjectPublicKeyInfo, in hex
 * @param from when its certificate begins
 * @param until when it ends
 */
public record SigningKey(String id, ECPublicKey key, Instant from, Instant until) {}
