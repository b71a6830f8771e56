package org.jianzheng.records.ledger;

import java.util.Map;
import org.jianzheng.records.key.LedgerKeySettings;
import org.jianzheng.records.key.RowMarking;
import org.jianzheng.support.DemoKeys;

/** The marks of a platform with the demonstration's keys. */
public final class DemoMarks {

    private DemoMarks() {}

    public static RowMarking marks() {
        Map<String, String> keys = DemoKeys.LEDGER;
        return new LedgerKeys(new LedgerKeySettings(
                "demo", Map.of("demo", keys.get("jianzheng.ledger.keys.demo")), keys.get("jianzheng.ledger.id-key")));
    }
}
