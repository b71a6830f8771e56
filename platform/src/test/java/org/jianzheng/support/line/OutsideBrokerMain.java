package org.jianzheng.support.line;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;

/** An Artemis broker as its own distribution would start it: from a {@code broker.xml} and a {@code login.config}. */
final class OutsideBrokerMain {

    /** Its folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(folder.resolve("broker.xml").toUri().toString());
        broker.setSecurityManager(new ActiveMQJAASSecurityManager("machines"));
        broker.start();
        ChildJvm.readyUntilTheParentEnds(folder);
    }

    private OutsideBrokerMain() {}
}
