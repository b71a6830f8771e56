package org.jianzheng.reporting;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.commission.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.LedgerLine;
import org.jianzheng.reporting.singles.Singles.Column;
import org.jianzheng.reporting.singles.Singles.Label;
import org.jianzheng.reporting.singles.Singles.Spread;
import org.jianzheng.reporting.singles.Singles.Table;
import org.jianzheng.standards.ItemWords;
import org.jianzheng.standards.OrderField;
import org.jianzheng.standards.RecordStage.Input;
import org.jianzheng.standards.TestItem;
import org.jianzheng.testing.OrderView;
import org.jianzheng.testing.ResultView.Equipment;
import org.jianzheng.testing.ResultView.RecordVersion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the sheet of raw records says, line by line: labels are those of the item's folder. */
@Component
class RecordLines {

    /** Said in a line of their own, or beside each other. */
    private static final Set<String> COMMON = Set.of(
            "temperature",
            "humidity",
            "startedAt",
            "finishedAt",
            "abnormalities",
            "confirmation",
            "doubts",
            "correctionKind",
            "correctionReason");

    private static final String FIELD = "testing.field.";

    private final MessageSource messages;

    RecordLines(MessageSource messages) {
        this.messages = messages;
    }

    /** Of the order, whose fields stand in each record too. */
    List<Map<String, ?>> head(OrderView order, CommissionView commission, TestItem item) {
        var pairs = new Pairs();
        pairs.add("样品编号", order.sampleNo());
        pairs.add("样品名称", commission.sampleName());
        pairs.add("样品规格", commission.spec());
        pairs.add("样品数量", commission.specimenCount() + " 件");
        pairs.add("检测场所", order.place());
        for (OrderField field : item.order().fields()) {
            String value = field.name().equals("grade")
                    ? commission.grade()
                    : commission.details().get(field.name());
            pairs.add(
                    field.label().zh(), value == null ? null : field.said(value).zh());
        }
        pairs.wide("检测依据", commission.testStandards());
        pairs.wide("判定依据", commission.requirements());
        pairs.wide("方法数据", commission.methodSha256() == null ? null : "SHA-256 " + commission.methodSha256());
        return pairs.lines();
    }

    String title(RecordVersion record, OrderView order, TestItem item) {
        TestItem.Name stage = new ItemWords(item).stage(record.stage());
        return "%s　%s　第 %d 版　%s"
                .formatted(
                        stage == null ? record.stage() : stage.zh(),
                        record.recordNo(),
                        record.version(),
                        standing(record, order));
    }

    private static String standing(RecordVersion record, OrderView order) {
        return order.records().stream()
                .map(OrderView.Version::record)
                .filter(other -> other.stage().equals(record.stage()) && other.version() == record.version() + 1)
                .map(next -> "已由 " + next.recordNo() + " 替代")
                .findFirst()
                .orElse("现行");
    }

    List<Map<String, ?>> facts(RecordVersion record, LedgerLine entry, TestItem item) {
        Map<String, Object> values = record.values();
        var pairs = new Pairs();
        pairs.add("试验开始", CityTime.minute(record.startedAt()));
        pairs.add("试验结束", CityTime.minute(record.finishedAt()));
        pairs.add("环境温度", values.get("temperature") + " ℃");
        pairs.add("相对湿度", values.get("humidity") + " %");
        scalars(record, item).forEach(pairs::add);
        pairs.add("检测人", entry.actorName() + "（" + record.testerCertificate() + "）");
        pairs.add("记录时间", CityTime.second(entry.at()));
        pairs.wide("检测设备", record.equipment().stream().map(RecordLines::machine).collect(Collectors.joining("；")));
        pairs.wideWhereSaid("异常情况", values.get("abnormalities"));
        pairs.wideWhereSaid(
                "可疑数值",
                Stream.of("doubts", "confirmation")
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining("　说明：")));
        pairs.wideWhereSaid("更正原因", correction(record));
        pairs.wide(
                "账本存证",
                "%s　内容校验值 %s"
                        .formatted(
                                entry.position() == null ? "待排序" : "第 " + entry.position() + " 条",
                                entry.contentHash()));
        return pairs.lines();
    }

    private String correction(RecordVersion record) {
        Object kind = record.values().get("correctionKind");
        return record.correctionReason() == null
                ? ""
                : kind == null
                        ? record.correctionReason()
                        : say("testing.correction.reason." + kind, kind.toString()) + "：" + record.correctionReason();
    }

    private static String machine(Equipment machine) {
        return "%s（%s），校准有效期至 %s".formatted(machine.name(), machine.code(), machine.calibratedUntil());
    }

    /** All that was entered once and is not said elsewhere, that of the folder first; what the order fixes stands in the head. */
    private Map<String, String> scalars(RecordVersion record, TestItem item) {
        var scalars = new LinkedHashMap<String, String>();
        Map<String, Object> values = record.values();
        inputs(record, item).stream()
                .filter(input -> input.rows() == null && values.get(input.name()) != null)
                .forEach(input -> scalars.put(
                        input.label().zh(),
                        said(input, values.get(input.name())) + (input.unit() == null ? "" : " " + input.unit())));
        var told = inputs(record, item).stream().map(Input::name).collect(Collectors.toSet());
        item.order().fields().forEach(field -> told.add(field.name()));
        values.forEach((key, value) -> {
            if (!told.contains(key) && !COMMON.contains(key) && value != null && !(value instanceof List<?>)) {
                scalars.put(
                        say(FIELD + key, say("standards.field." + key, key)),
                        say("standards.choice." + key + "." + value, value.toString()));
            }
        });
        return scalars;
    }

    private static List<Input> inputs(RecordVersion record, TestItem item) {
        return item.stages().stream()
                .filter(stage -> stage.code().equals(record.stage()))
                .flatMap(stage -> stage.inputs().stream())
                .toList();
    }

    /** A table for each list, also for one that the folder does not know any more; and what a correction changed. */
    List<Table> tables(OrderView.Version version, TestItem item) {
        var tables = new ArrayList<Table>();
        version.record().values().forEach((list, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty()) {
                tables.add(table(list, rows, inputs(version.record(), item)));
            }
        });
        if (!version.changes().isEmpty()) {
            tables.add(changes(version, new ItemWords(item)));
        }
        return tables;
    }

    private Table table(String list, List<?> rows, List<Input> inputs) {
        var known = inputs.stream().filter(input -> input.name().equals(list)).findFirst();
        var fields = new LinkedHashMap<String, Input>();
        known.ifPresent(input -> input.fields().forEach(field -> fields.put(field.name(), field)));
        var said = rows.stream().map(row -> row(row, fields)).toList();
        var keys = Stream.concat(
                        Stream.concat(Stream.of("no"), fields.keySet().stream()),
                        said.stream().flatMap(row -> row.keySet().stream()))
                .distinct()
                .filter(key -> said.stream().anyMatch(row -> row.containsKey(key)))
                .toList();
        var columns = keys.stream().map(key -> column(key, fields.get(key))).toList();
        String title = known.map(input -> input.label().zh()).orElse(say(FIELD + list, list));
        return new Table(columns, List.of(), said, new Label(list, title));
    }

    private Column column(String key, Input field) {
        String label = field == null ? say(FIELD + key, key) : field.label().zh();
        return new Column(key, new Label(key, label), Spread.LINE, field == null ? null : field.unit(), 2);
    }

    private static Map<String, String> row(Object row, Map<String, Input> fields) {
        var said = new LinkedHashMap<String, String>();
        if (row instanceof Map<?, ?> cells) {
            cells.forEach((key, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    Input field = fields.get(String.valueOf(key));
                    said.put(String.valueOf(key), field == null ? value.toString() : said(field, value));
                }
            });
        }
        return said;
    }

    private Table changes(OrderView.Version version, ItemWords words) {
        var rows = version.changes().stream()
                .map(change -> Map.of(
                        "field", place(change, words),
                        "before", Objects.requireNonNullElse(change.before(), "—"),
                        "after", Objects.requireNonNullElse(change.after(), "—")))
                .toList();
        return new Table(
                List.of(plain("field", "更正项", 2), plain("before", "更正前", 1), plain("after", "更正后", 1)),
                List.of(),
                rows,
                new Label("changes", "与上一版的差异"));
    }

    private String place(OrderView.Change change, ItemWords words) {
        TestItem.Name field = words.field(change.field());
        String label = field == null ? say(FIELD + change.field(), change.field()) : field.zh();
        return change.row() == 0 ? label : "第 " + change.row() + " 行　" + label;
    }

    private static Column plain(String key, String label, int width) {
        return new Column(key, new Label(key, label), Spread.LINE, null, width);
    }

    private static String said(Input input, Object value) {
        String text = value.toString();
        if (input.moment()) {
            try {
                return CityTime.minute(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException typed) {
                return text;
            }
        }
        return input.choices().containsKey(text) ? input.choices().get(text).zh() : text;
    }

    private String say(String code, String otherwise) {
        return messages.getMessage(code, null, otherwise, Locale.SIMPLIFIED_CHINESE);
    }

    /** Two to a line where they are short. */
    private static final class Pairs {

        private final List<Map<String, ?>> lines = new ArrayList<>();
        private Map<String, String> open;

        void add(String label, String value) {
            String said = value == null || value.isBlank() ? ReportRenderer.DASH : value;
            if (open == null) {
                open = new HashMap<>(Map.of("label", label, "value", said));
            } else {
                open.putAll(Map.of("label2", label, "value2", said));
                lines.add(open);
                open = null;
            }
        }

        void wide(String label, String value) {
            close();
            lines.add(Map.of("label", label, "value", value == null || value.isBlank() ? ReportRenderer.DASH : value));
        }

        void wideWhereSaid(String label, Object value) {
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

        List<Map<String, ?>> lines() {
            close();
            return lines;
        }
    }
}
