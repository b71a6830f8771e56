package org.jianzheng.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.kernel.CityTime;
import org.springframework.context.ApplicationContext;

/**
 * The demo city's first cases, at different stages, so that a newcomer meets pages with something on them. Each is taken
 * through the real process by its people. Only the clock is played: cubes made four weeks ago have the age they are tested
 * at. Nobody else may act meanwhile.
 */
public final class DemoCases {

    private static final int AGE_DAYS = 28;

    private static final Order COLUMN = new Order(DemoTest.CONCRETE, "3号楼", "三层框架柱 KZ-1～KZ-12", "100 m³", "BJ01");
    private static final Order BARS = new Order(DemoTest.lightRebar(), "3号楼", "四层梁、板钢筋", "58.6 t", "BJ01");
    private static final Order WALL = new Order(DemoTest.MORTAR, "2号楼", "一层填充墙 ①～⑨/Ⓐ～Ⓓ 轴", "250 m³", "BJ01");
    private static final Order SPLICES = new Order(DemoTest.SPLICE, "3号楼", "地下一层剪力墙竖向钢筋", "500 个接头", "BJ01");
    private static final Order WELDS = new Order(DemoTest.WELD, "2号楼", "二层框架柱竖向钢筋", "300 个接头", "BJ01");
    private static final Order SLAB = new Order(DemoTest.CONCRETE, "2号楼", "三层顶板 3～9/A～D 轴", "86 m³", "BJ01");
    private static final Order STAIRS = new Order(DemoTest.CONCRETE, "1号楼", "楼梯 LT-2 五层至六层", "12 m³", "BJ01");
    private static final Order WINDOW_WALL = new Order(DemoTest.MORTAR, "1号楼", "二层窗间墙", "180 m³", "BJ01");
    private static final Order CEMENT = new Order(DemoTest.CEMENT, "1号楼", "砌筑、抹灰用散装水泥", "200 t", "BJ01");
    private static final Order PARAPET = new Order(DemoTest.MORTAR, "5号楼", "屋面女儿墙", "60 m³", DemoBreach.LAB);
    private static final Order RAFT = new Order(DemoTest.CONCRETE, "5号楼", "筏板基础后浇带", "35 m³", "BJ02");

    private final CaseDriver driver;
    private final DemoBreach breach;
    private final MutableClock clock;
    private final Consumer<String> tell;
    private final Map<Order, String> ids = new HashMap<>();
    private final Instant now;

    private DemoCases(ApplicationContext platform, MutableClock clock, Consumer<String> tell) {
        this.driver = new CaseDriver(platform);
        this.breach = new DemoBreach(platform, driver);
        this.clock = clock;
        this.tell = tell;
        this.now = clock.instant();
    }

    /** What is commissioned: one case's test, where in the works it belongs and which laboratory does it. */
    private record Order(DemoTest test, String unitWorks, String part, String represents, String lab) {

        Map<String, Object> form() {
            return DemoTest.form("unitWorks", unitWorks, "part", part, "represents", represents, "labCode", lab);
        }
    }

    /** Makes the cases in a city that has none yet; a city with any case is left alone. Tells each stretch it begins. */
    public static void seed(ApplicationContext platform, MutableClock clock, Consumer<String> tell) {
        Commissions commissions = platform.getBean(Commissions.class);
        long cases = As.person(
                "supervisor",
                () -> commissions.list(CaseFilter.of("", ""), 0, 1).total());
        if (cases == 0) {
            play(platform, clock, tell);
        }
    }

    /** Makes the cases, whatever there is already. Answers the ids of all of them. */
    static List<String> play(ApplicationContext platform, MutableClock clock, Consumer<String> tell) {
        DemoCases cases = new DemoCases(platform, clock, tell);
        try {
            cases.fourWeeksAgo();
            cases.yesterday();
            cases.today();
        } finally {
            clock.reset();
            ClockUtil.reset();
        }
        return new ArrayList<>(cases.ids.values());
    }

    // In the order of time, as the ledger would have it.

    private void fourWeeksAgo() {
        tell.accept("四周前：制作并送检混凝土、砂浆试件");
        goTo(day(AGE_DAYS, 9));
        toTest(COLUMN);
        toTest(WALL);
        takeInElsewhere(PARAPET);
    }

    private void takeInElsewhere(Order order) {
        commission(order);
        String caseId = ids.get(order);
        breach.receive(caseId);
        pass(11);
        driver.take(caseId);
        pass(8);
        driver.witness(caseId);
        pass(50);
        breach.receive(caseId);
    }

    private void yesterday() {
        tell.accept("昨天：送检钢筋、接头和另一组混凝土");
        goTo(day(1, 8));
        toTest(BARS);
        toTest(SPLICES);
        toTest(WELDS);
        toTest(SLAB);
    }

    private void today() {
        tell.accept("今天：巡检发现机构超资质范围，责令整改并记分");
        goTo(now.minus(Duration.ofHours(7)));
        breach.found();
        pass(45);
        breach.explained();
        pass(70);
        breach.decided();
        pass(30);
        breach.accepted();
        tell.accept("今天：钢筋重量偏差不合格，签发报告");
        goTo(now.minus(Duration.ofHours(4)));
        test(BARS);
        sign(BARS);
        tell.accept("今天：混凝土试验合格，签发报告");
        test(COLUMN);
        sign(COLUMN);
        tell.accept("今天：其余案件停在各环节，等待办理");
        test(WELDS);
        review(WELDS);
        test(SPLICES);
        assign(WALL);
        toReceipt(STAIRS);
        commission(WINDOW_WALL);
        driver.accept(ids.get(WINDOW_WALL));
        commission(CEMENT);
        commission(RAFT);
    }

    private void toTest(Order order) {
        toReceipt(order);
        pass(50);
        driver.receive(ids.get(order));
    }

    /** To the task of the receiver at the laboratory's counter. */
    private void toReceipt(Order order) {
        commission(order);
        String caseId = ids.get(order);
        driver.accept(caseId);
        pass(11);
        driver.take(caseId);
        pass(8);
        driver.witness(caseId);
    }

    private void commission(Order order) {
        ids.put(order, driver.commission(order.test(), order.form()));
        pass(9);
    }

    private void assign(Order order) {
        driver.assign(ids.get(order), order.test());
        pass(4);
    }

    /** To the task of the reviewer. */
    private void test(Order order) {
        assign(order);
        for (Map<String, Object> form : order.test().records()) {
            Map<String, Object> timed = new HashMap<>(form);
            timed.put("startedAt", CaseDriver.minute(clock.instant()));
            pass(26);
            driver.record(ids.get(order), timed);
        }
        pass(5);
    }

    private void review(Order order) {
        driver.review(ids.get(order));
        pass(7);
    }

    private void sign(Order order) {
        review(order);
        driver.sign(ids.get(order));
        pass(3);
    }

    private Instant day(int daysAgo, int hour) {
        return LocalDate.ofInstant(now, CityTime.ZONE)
                .minusDays(daysAgo)
                .atTime(LocalTime.of(hour, 0))
                .atZone(CityTime.ZONE)
                .toInstant();
    }

    private void pass(int minutes) {
        goTo(clock.instant().plus(minutes, ChronoUnit.MINUTES));
    }

    private void goTo(Instant instant) {
        clock.at(instant);
        ClockUtil.setCurrentTime(Date.from(instant));
    }
}
