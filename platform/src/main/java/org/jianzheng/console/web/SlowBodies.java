package org.jianzheng.console.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Cuts off whoever sends a body drop by drop: each drop begins the server's own time limit anew, and a thread waits for all of
 * them. A body has to come at a pace that the poorest building site has; what an answer did not need of it is read here, at
 * the same pace, since the server would wait for that too.
 */
class SlowBodies extends ValveBase {

    /** As much as the server itself would read of a body that nobody wanted. */
    private static final int UNWANTED = 2 << 20;

    private final Duration grace;
    private final long bytesPerSecond;

    SlowBodies(Duration grace, long bytesPerSecond) {
        super(true);
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var plain = coyote.getInputBuffer();
        var paced = new Paced(plain);
        coyote.setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !coyote.hasExpectation() && !drained(coyote, paced)) {
                response.finishResponse();
                coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        } finally {
            coyote.setInputBuffer(plain);
        }
    }

    private static boolean drained(org.apache.coyote.Request coyote, Paced body) {
        var dropped = new Dropped();
        try {
            while (!coyote.isFinished() && dropped.bytes < UNWANTED) {
                if (body.doRead(dropped) < 0) {
                    return true;
                }
            }
            return coyote.isFinished();
        } catch (IOException cutOff) {
            return false;
        }
    }

    /** A body that has to be here in time. */
    private final class Paced implements InputBuffer {

        private final InputBuffer plain;
        private long begun;
        private long bytes;

        Paced(InputBuffer plain) {
            this.plain = plain;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (begun == 0) {
                begun = System.nanoTime();
            }
            if (late()) {
                throw new SocketTimeoutException("The body came too slowly");
            }
            int read = plain.doRead(handler);
            bytes += Math.max(0, read);
            return read;
        }

        private boolean late() {
            long allowed = grace.toNanos() + Duration.ofSeconds(1).toNanos() / bytesPerSecond * bytes;
            return System.nanoTime() - begun > allowed;
        }

        @Override
        public int available() {
            return plain.available();
        }
    }

    private static final class Dropped implements ApplicationBufferHandler {

        private java.nio.ByteBuffer last;
        private long bytes;

        @Override
        public void setByteBuffer(java.nio.ByteBuffer buffer) {
            last = buffer;
            bytes += buffer.remaining();
        }

        @Override
        public java.nio.ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodiesAreCutOff() {
            return factory -> factory.addEngineValves(new SlowBodies(Duration.ofSeconds(20), 8 * 1024));
        }
    }
}
