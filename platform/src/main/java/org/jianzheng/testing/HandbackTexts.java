package org.jianzheng.testing;

import java.util.stream.Collectors;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.testing.order.Handback;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.springframework.stereotype.Component;

/** What the next form says of a test that did not go on as ordered. */
@Component
class HandbackTexts {

    private final TestStore store;
    private final ChineseText texts;

    HandbackTexts(TestStore store, ChineseText texts) {
        this.store = store;
        this.texts = texts;
    }

    /** Why the laboratory cannot test, for the client's form; empty where it did not say so. */
    String stopped(String caseId) {
        return store.handbacks(caseId).stream()
                .findFirst()
                .filter(one -> one.kind() == Handback.Kind.STOPPED)
                .map(this::sentence)
                .orElse("");
    }

    /**
     * What the next one has to know: whoever orders the test anew all that led there, whoever tests what was read before of
     * the record that is awaited. Newest first; empty where the test went on as ordered.
     */
    String why(String caseId, TestOrder order) {
        return store.handbacks(caseId).stream()
                .takeWhile(one -> one.kind() != Handback.Kind.CORRECTED)
                .filter(one -> order == null || concerns(one, order))
                .map(this::sentence)
                .collect(Collectors.joining("\n\n"));
    }

    // Testers are told nothing of the client.
    private static boolean concerns(Handback back, TestOrder order) {
        return order.toBeAssigned() && back.isSince(order.assignedAt())
                || back.isOf(order) && back.kind() == Handback.Kind.HANDED_BACK;
    }

    private String sentence(Handback back) {
        if (back.kind() == Handback.Kind.UPHELD) {
            return texts.text("testing.sheet.upheld", back.reason(), CityTime.minute(back.writtenAt()));
        }
        String cause = back.cause() == null ? "" : texts.text("testing.cause." + back.cause()) + "：";
        String observed = back.observed() == null ? "" : texts.text("testing.sheet.observed", back.observed());
        return texts.text(
                "testing.sheet.handedBack",
                cause + back.reason(),
                observed,
                back.writtenByName(),
                CityTime.minute(back.writtenAt()));
    }
}
