package org.jianzheng.acquisition.broker;

/**
 * A message as it came from the broker.
 *
 * @param address topic, its levels with dots between
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrival(String address, byte[] bytes) {}
