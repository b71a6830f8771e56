package org.jianzheng.nonconformity.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.register.RegisterFilter;
import org.jianzheng.nonconformity.register.RegisterLine;
import org.jianzheng.printing.PrintedList;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The register of nonconformities on paper (clause 9.1.2): A4 landscape and in Chinese, whoever prints it. */
@Component
class PrintedRegister {

    private static final String TEMPLATE = "nonconformity/register";

    private final Nonconformity nonconformity;
    private final PrintedList printer;
    private final Identity identity;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    PrintedRegister(
            Nonconformity nonconformity,
            PrintedList printer,
            Identity identity,
            DisplayNames names,
            MessageSource messages,
            Clock clock) {
        this.nonconformity = nonconformity;
        this.printer = printer;
        this.identity = identity;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] pdf(RegisterFilter filter) {
        List<RegisterLine> lines = new ArrayList<>();
        nonconformity.each(filter, lines::add);
        List<Map<String, ?>> rows = new ArrayList<>(lines.size());
        for (RegisterLine line : lines) {
            rows.add(row(rows.size() + 1, line));
        }
        return printer.pdf(TEMPLATE, head(filter, lines), rows);
    }

    private Map<String, String> head(RegisterFilter filter, List<RegisterLine> lines) {
        var person = identity.acting();
        return Map.of(
                "title",
                "检测结果不合格台账",
                "owner",
                person.employer().map(names::employer).orElse(""),
                "filters",
                "范围：" + words(filter),
                "period",
                period(lines),
                "count",
                "共 " + lines.size() + " 条",
                "footer",
                "打印：" + person.name() + "　" + CityTime.minute(clock.instant()));
    }

    /** The lines come oldest first. */
    private static String period(List<RegisterLine> lines) {
        return lines.isEmpty()
                ? ""
                : "上报时间：" + day(lines.get(0).told().reportedAt()) + " 至 "
                        + day(lines.get(lines.size() - 1).told().reportedAt());
    }

    private String words(RegisterFilter filter) {
        StringJoiner words = new StringJoiner("；").setEmptyValue("全部");
        if (given(filter.state())) {
            words.add(filter.state().equals("OPEN") ? "未销号" : state(filter.state()));
        }
        if (given(filter.labCode())) {
            words.add(names.employer("labs/" + filter.labCode()));
        }
        if (given(filter.project())) {
            words.add(filter.project());
        }
        if (given(filter.item())) {
            words.add(Catalogue.current().label(filter.item()));
        }
        if (filter.overdue()) {
            words.add("逾期");
        }
        if (given(filter.search())) {
            words.add("含“" + filter.search().strip() + "”");
        }
        return words.toString();
    }

    private Map<String, String> row(int no, RegisterLine line) {
        Map<String, String> row = new HashMap<>();
        row.put("no", Integer.toString(no));
        row.put("report", lines(line.reportNo(), line.found().lab()));
        row.put("place", lines(line.found().project(), line.found().place()));
        row.put("sample", line.found().sample());
        row.put("parameters", broken(line.found().parameters()));
        row.put("required", broken(line.found().required()));
        row.put("measured", broken(line.found().measured()));
        row.put("represents", line.found().represents());
        row.put("found", time(line.found().foundAt()));
        row.put("reported", time(line.told().reportedAt()));
        row.put(
                "notified",
                lines(line.told().notified(), CityTime.minute(line.told().notifiedAt())));
        row.put("retest", broken(line.handling().retest()));
        row.put("treatment", line.handling().treatment());
        row.put(
                "completed",
                line.handling().finishedOn() == null
                        ? null
                        : line.handling().finishedOn().toString());
        row.put(
                "checked",
                lines(line.handling().checkedBy(), time(line.handling().checkedAt())));
        row.put("closed", lines(line.handling().closedBy(), time(line.handling().closedAt())));
        row.put("state", state(line.state().name()));
        row.replaceAll((field, text) -> given(text) ? text : "—");
        return row;
    }

    private String state(String name) {
        return messages.getMessage("nonconformity.state." + name, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static String lines(String... parts) {
        StringJoiner lines = new StringJoiner("\n");
        for (String part : parts) {
            if (given(part)) {
                lines.add(part);
            }
        }
        return lines.toString();
    }

    /** Day and minute beneath each other: the columns are narrow. */
    private static String time(Instant at) {
        return CityTime.minute(at).replace(' ', '\n');
    }

    /** At its marks rather than within a figure or a number. */
    private static String broken(String text) {
        return text == null ? null : text.replace("；", "；\n").replace(" / ", " /\n");
    }

    private static String day(Instant at) {
        return at.atZone(CityTime.ZONE).toLocalDate().toString();
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
