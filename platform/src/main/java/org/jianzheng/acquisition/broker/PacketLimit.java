package org.jianzheng.acquisition.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker has no limit of its own for clients of MQTT 3.1.1: whoever sends more than this is cut off. What is only too
 * large for a chunk is let in, so that it is answered and not sent for ever. A message to be retained is cut off too: it would
 * stay in the broker for ever, one for each topic. Public for the broker, which makes it.
 */
public final class PacketLimit implements MQTTInterceptor {

    static final int LARGEST_PACKET = 4 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(PacketLimit.class);

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (!(packet instanceof MqttPublishMessage publish)) {
            return true;
        }
        int bytes = publish.payload().readableBytes();
        boolean retained = publish.fixedHeader().isRetain();
        if (bytes > LARGEST_PACKET || retained) {
            log.warn(
                    "Machine {} sent {} bytes at once{} and was cut off",
                    connection.getClientID(),
                    bytes,
                    retained ? ", to be retained," : "");
            return false;
        }
        return true;
    }
}
