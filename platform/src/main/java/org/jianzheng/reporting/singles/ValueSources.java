package org.jianzheng.reporting.singles;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.standards.catalogue.ReportSource;
import org.jianzheng.standards.catalogue.ReportValue;
import org.jianzheng.standards.catalogue.TestItem;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.SpecimenResult;

/** Where the values of a report come from. Answers null for what nobody knows. */
record ValueSources(TestItem item, ResultView result, CommissionView order, SampleView sample) {

    private static final Set<ReportSource> WORDED =
            EnumSet.of(ReportSource.FACT, ReportSource.ORDER, ReportSource.KIND);

    private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)?");

    /** Above the tables: with its unit, and in the order's words. */
    String said(ReportValue value) {
        String found = worded(value, cell(value, Map.of(), 0));
        return found == null || value.unit() == null ? found : found + " " + value.unit();
    }

    private String worded(ReportValue value, String found) {
        if (found == null || !WORDED.contains(value.of()) || value.words().containsKey(found)) {
            return found;
        }
        return item.order().fields().stream()
                .filter(field -> field.name().equals(value.from()))
                .map(field -> field.said(found).zh())
                .findFirst()
                .orElse(found);
    }

    /** @param number of the line */
    String cell(ReportValue value, Map<String, String> specimen, int number) {
        String found = find(value, specimen, number);
        return found == null ? null : value.said(found);
    }

    private String find(ReportValue value, Map<String, String> specimen, int number) {
        String from = value.from();
        return switch (value.of()) {
            case SPECIMEN -> specimen.get(from);
            case FACT -> result.finding().facts().get(from);
            case ORDER -> order.asked().details().get(from);
            case KIND ->
                order.asked().details().getOrDefault(from, order.sample().name());
            case COMMON -> null;
            case GRADE -> order.asked().grade();
            case SPEC -> order.sample().spec();
            case AGE -> age();
            case CURING -> order.sample().curingText();
            case BATCH_NO -> order.sample().batchNo();
            case MAKER -> order.sample().maker();
            case MATERIAL -> order.sample().name().replace("抗压强度试件", "");
            case PURPOSE -> order.retest().reportNo() == null ? "现场抽检" : "复检";
            case BENDS -> bends();
            case NUMBER -> String.valueOf(number);
            case MARK -> shortNo(specimen.get("no"));
            case SET -> "第 1 组";
            case BAR_AREA -> BarArea.of(result.finding().facts().get(from));
            case CUBE_AREA -> CubeArea.of(side(from));
            case CUBE_SIZE -> side(from) == null ? null : side(from) + "×" + side(from) + "×" + side(from);
        };
    }

    /** A folder says the size itself where the standard knows only one. */
    private String side(String from) {
        return SIZE.matcher(from).matches() ? from : result.finding().facts().get(from);
    }

    /** The age at the test as made known by the sampler, and the one asked for where they differ. */
    private String age() {
        var made = sample.declaredMadeAt();
        if (made == null || order.sample().ageDays() == null) {
            return order.sample().ageDays() == null ? null : order.sample().ageDays() + " d";
        }
        long age = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(made, CityTime.ZONE), result.course().testedFrom());
        return age == order.sample().ageDays()
                ? age + " d"
                : age + " d（要求 " + order.sample().ageDays() + " d）";
    }

    private String bends() {
        return result.finding().specimens("bend").stream()
                .map(ValueSources::bend)
                .distinct()
                .collect(Collectors.joining("；"));
    }

    private static String bend(SpecimenResult bent) {
        String crack = bent.figures().get("crackWidthMm");
        return Stream.of(crack == null ? null : crack + " mm", bent.figures().get("outcome"))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    // The sample's number stands above; its serial is enough to tell specimens apart.
    private String shortNo(String no) {
        String sampleNo = sample.sampleNo();
        return no == null || sampleNo == null || !no.startsWith(sampleNo)
                ? no
                : no.substring(sampleNo.lastIndexOf('-') + 1);
    }
}
