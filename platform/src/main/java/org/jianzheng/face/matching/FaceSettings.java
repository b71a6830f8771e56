package org.jianzheng.face.matching;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jianzheng.kernel.ServiceUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What compares faces.
 *
 * @param matcher {@link Kind#NONE} where nothing is said
 * @param models directory of the models, for {@link Kind#OPENCV}
 * @param service for {@link Kind#HTTP}
 * @param accept 0.55 where nothing is said
 * @param refuse 0.40 where nothing is said
 * @param turn by how much a head that was asked to turn has to turn, see docs/faces.md; 0.20 where nothing is said
 */
@ConfigurationProperties("jianzheng.face")
public record FaceSettings(
        Kind matcher, Path models, Service service, BigDecimal accept, BigDecimal refuse, BigDecimal turn) {

    /** Which of the three. */
    public enum Kind {
        NONE,
        OPENCV,
        HTTP
    }

    /**
     * An authority's service.
     *
     * @param url https, or of this machine
     * @param token sent as bearer token; may be absent
     * @param timeout of a whole answer; 10 s where nothing is said
     */
    public record Service(URI url, String token, Duration timeout) {

        public Service {
            timeout = timeout == null ? Duration.ofSeconds(10) : timeout;
            if (!ServiceUrl.isSafe(url)) {
                throw new IllegalStateException(
                        "jianzheng.face.service.url has to be https: faces of people travel on it");
            }
        }

        @Override
        public String toString() {
            return "Service[" + url + "]";
        }
    }

    public FaceSettings {
        matcher = matcher == null ? Kind.NONE : matcher;
        accept = accept == null ? new BigDecimal("0.55") : accept;
        refuse = refuse == null ? new BigDecimal("0.40") : refuse;
        turn = turn == null ? new BigDecimal("0.20") : turn;
        if (turn.signum() <= 0 || turn.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalStateException("jianzheng.face.turn must be between 0 and 1, not " + turn);
        }
    }

    FaceThresholds thresholds() {
        return new FaceThresholds(accept, refuse);
    }
}
