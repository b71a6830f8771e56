package org.jianzheng.acquisition.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.permit.PermitRefused;
import org.jianzheng.acquisition.permit.PermittedRuns;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens what began under a permit, before its batch is taken in. Each in a transaction of its own, so that what is refused
 * holds up nothing else; where the platform is lost in between, the batch comes again and finds the run open.
 */
@Component
class PermittedBegins {

    private final PermittedRuns runs;
    private final MachineValidation validation;
    private final TransactionTemplate transaction;
    private final ChineseText texts;

    PermittedBegins(
            PermittedRuns runs, MachineValidation validation, TransactionTemplate transaction, ChineseText texts) {
        this.runs = runs;
        this.validation = validation;
        this.transaction = transaction;
        this.texts = texts;
    }

    /** Answers why not, by run. */
    Map<String, String> open(List<Arrival> batch) {
        Map<String, String> refused = new HashMap<>();
        for (Arrival arrival : batch) {
            MachineTopic.of(arrival.address())
                    .filter(topic -> topic.kind() == MachineTopic.Kind.BEGIN && arrival.isFromItsMachine())
                    .ifPresent(topic -> open(topic, arrival, refused));
        }
        return refused;
    }

    private void open(MachineTopic topic, Arrival arrival, Map<String, String> refused) {
        try {
            Told told = ToldReader.read(topic.kind(), arrival.bytes());
            if (told instanceof Told.Begun begun
                    && begun.permit() != null
                    && begun.runId().equals(topic.runId())) {
                open(topic, begun);
            }
        } catch (Malformed later) {
            // Said when the batch is taken in.
            return;
        } catch (PermitRefused e) {
            refused.put(topic.runId(), e.getMessage());
        } catch (RuleBroken e) {
            refused.put(topic.runId(), "permit: " + texts.text(e.code(), e.arguments()));
        }
    }

    private void open(MachineTopic topic, Told.Begun begun) throws PermitRefused {
        PermitRefused refused = transaction.execute(status -> {
            try {
                requireTried(topic, begun);
                runs.open(topic, begun.begin(), begun.permit());
                return null;
            } catch (PermitRefused e) {
                status.setRollbackOnly();
                return e;
            }
        });
        if (refused != null) {
            throw refused;
        }
    }

    private void requireTried(MachineTopic topic, Told.Begun begun) throws PermitRefused {
        String software = begun.begin().software();
        if (!validation.isValidated(topic.equipment(), software) && validation.isRequired()) {
            throw PermitRefused.software();
        }
    }
}
