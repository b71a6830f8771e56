package org.jianzheng.acquisition.broker;

/**
 * A message as it came from the broker.
 *
 * @param address topic, its levels with dots between
 * @param login the broker's word for who sent it; null where it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrival(String address, byte[] bytes, String login) {

    /** Whether it was sent by the machine that the topic names. */
    public boolean isFromItsMachine() {
        return MachineTopic.sender(address)
                .filter(sender -> sender.equipment().equals(login))
                .isPresent();
    }
}
