package org.jianzheng.reporting.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels and values for {@code facts.jrxml}: two to a line where they are short. */
public final class LabelledPairs {

    private final List<Map<String, ?>> lines = new ArrayList<>();
    private Map<String, String> open;

    public void add(String label, String value) {
        String said = value == null || value.isBlank() ? ReportRenderer.DASH : value;
        if (open == null) {
            open = new HashMap<>(Map.of("label", label, "value", said));
        } else {
            open.putAll(Map.of("label2", label, "value2", said));
            lines.add(open);
            open = null;
        }
    }

    public void wide(String label, String value) {
        close();
        lines.add(Map.of("label", label, "value", value == null || value.isBlank() ? ReportRenderer.DASH : value));
    }

    public void wideWhereSaid(String label, Object value) {
        if (value != null && !value.toString().isBlank()) {
            wide(label, value.toString());
        }
    }

    private void close() {
        if (open != null) {
            lines.add(open);
            open = null;
        }
    }

    public List<Map<String, ?>> lines() {
        close();
        return lines;
    }
}
