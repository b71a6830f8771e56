package org.jianzheng.registry;

/**
 * A camera of a laboratory.
 *
 * @param channel its number at the recorder (GB/T 28181)
 */
public record Camera(String code, String room, String channel) {}
