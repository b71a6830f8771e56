package org.jianzheng.reporting.record;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.print.LabelledPairs;
import org.jianzheng.standards.catalogue.ItemWords;
import org.jianzheng.standards.catalogue.OrderField;
import org.jianzheng.standards.catalogue.RecordStage.Input;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.ResultView.Equipment;
import org.jianzheng.testing.procedure.ResultView.RecordVersion;
import org.springframework.stereotype.Component;

/** What the sheet of raw records says, line by line: labels are those of the item's folder. */
@Component
class RecordLines {

    /** Said in a line of their own, or beside each other. */
    private static final Set<String> COMMON = Set.of(
            "temperature",
            "climate",
            "humidity",
            "startedAt",
            "finishedAt",
            "abnormalities",
            "confirmation",
            "doubts",
            "manualEntry",
            "correctionKind",
            "correctionReason");

    private static final String FIELD = "testing.field.";

    private final ChineseText texts;

    RecordLines(ChineseText texts) {
        this.texts = texts;
    }

    /** Of the order, whose fields stand in each record too. */
    List<Map<String, ?>> head(OrderView order, CommissionView commission, TestItem item) {
        var pairs = new LabelledPairs();
        pairs.add("样品编号", order.sampleNo());
        pairs.add("样品名称", commission.sample().name());
        pairs.add("样品规格", commission.sample().spec());
        pairs.add("样品数量", commission.sample().specimenCount() + " 件");
        pairs.add("检测场所", order.place());
        for (OrderField field : item.order().fields()) {
            String value = field.name().equals("grade")
                    ? commission.asked().grade()
                    : commission.asked().details().get(field.name());
            pairs.add(
                    field.label().zh(), value == null ? null : field.said(value).zh());
        }
        pairs.wide("检测依据", commission.asked().testStandards());
        pairs.wide("判定依据", commission.asked().requirements());
        pairs.wide(
                "方法数据",
                commission.asked().methodSha256() == null
                        ? null
                        : "SHA-256 " + commission.asked().methodSha256());
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
        var pairs = new LabelledPairs();
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
        pairs.wideWhereSaid("人工录入", values.get("manualEntry"));
        pairs.wideWhereSaid("温湿度来源", values.get("climate"));
        pairs.wideWhereSaid("离线许可", permits(record));
        pairs.wideWhereSaid("屈服点更正", yields(record));
        pairs.wideWhereSaid("更正原因", correction(record));
        pairs.wide(
                "账本存证",
                "%s　内容校验值 %s"
                        .formatted(
                                entry.position() == null ? "待排序" : "第 " + entry.position() + " 条",
                                entry.contentHash()));
        return pairs.lines();
    }

    /** What was tested while the platform was away: by the machine's clock, and when it arrived. */
    private static String permits(RecordVersion record) {
        return new RecordForm(record.values())
                .rows("runs").stream()
                        .filter(run -> run.has("permit"))
                        .map(run -> "%s：设备时钟 %s 开始，%s 到达（许可 %s）"
                                .formatted(
                                        run.text("no", 60),
                                        run.text("machineStarted", 40),
                                        run.text("received", 40),
                                        run.text("permit", 40)))
                        .collect(Collectors.joining("；"));
    }

    /** 6.2.4: what the curve said by itself, what counts instead, who picked it and who agreed. */
    private static String yields(RecordVersion record) {
        return new RecordForm(record.values())
                .rows("runs").stream()
                        .filter(run -> run.has("yieldCorrection"))
                        .map(run -> "%s：下屈服力 %s → %s kN（提出 %s，批准 %s）"
                                .formatted(
                                        run.text("no", 60),
                                        run.has("yieldByRule") ? run.text("yieldByRule", 20) + " kN" : "未采集到屈服",
                                        run.text("yieldCorrected", 20),
                                        run.text("yieldProposer", 64),
                                        run.text("yieldApprover", 64)))
                        .collect(Collectors.joining("；"));
    }

    private String correction(RecordVersion record) {
        Object kind = record.values().get("correctionKind");
        return record.correctionReason() == null
                ? ""
                : kind == null
                        ? record.correctionReason()
                        : texts.label("testing.correction.reason." + kind, kind.toString()) + "："
                                + record.correctionReason();
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
                        texts.label(FIELD + key, texts.label("standards.field." + key, key)),
                        texts.label("standards.choice." + key + "." + value, value.toString()));
            }
        });
        return scalars;
    }

    static List<Input> inputs(RecordVersion record, TestItem item) {
        return item.stages().stream()
                .filter(stage -> stage.code().equals(record.stage()))
                .flatMap(stage -> stage.inputs().stream())
                .toList();
    }

    static String said(Input input, Object value) {
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
}
