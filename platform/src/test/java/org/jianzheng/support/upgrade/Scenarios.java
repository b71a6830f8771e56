package org.jianzheng.support.upgrade;

import static org.jianzheng.support.upgrade.Scenario.part;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.breach.BreachDecided;
import org.jianzheng.breach.Breaches;
import org.jianzheng.breach.sweep.Sweep;
import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.gate.OwnLab;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.OwnSteps;
import org.jianzheng.support.upgrade.Scenario.Started;
import org.jianzheng.workflow.Processes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that between them wait at every user task of every diagram once. */
final class Scenarios {

    private static final DemoTest WEAK = DemoTest.CONCRETE.measuring(DemoTest.concrete("500.0", "510.0", "505.0"));

    private final ApplicationContext platform;
    private final CaseDriver driver;
    private final JdbcTemplate sql;

    Scenarios(ApplicationContext platform) {
        this.platform = platform;
        this.driver = new CaseDriver(platform);
        this.sql = platform.getBean(JdbcTemplate.class);
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.add(Scenario.of("混凝土不合格，返工至销号", start(WEAK), List.of(sampled(), tested(WEAK), receipts(), rework())));
        all.add(Scenario.of("砂浆", start(DemoTest.MORTAR), List.of(sampled(), tested(DemoTest.MORTAR))));
        all.add(Scenario.of("水泥", start(DemoTest.CEMENT), List.of(sampled(), tested(DemoTest.CEMENT))));
        all.add(Scenario.of("钢筋", start(DemoTest.REBAR), List.of(sampled(), tested(DemoTest.REBAR))));
        all.add(Scenario.of("焊接", start(DemoTest.WELD), List.of(sampled(), tested(DemoTest.WELD))));
        all.add(Scenario.of("机械连接", start(DemoTest.SPLICE), List.of(sampled(), tested(DemoTest.SPLICE))));
        all.add(Scenario.of("保护层厚度", start(DemoTest.COVER), List.of(sampled(), tested(DemoTest.COVER))));
        all.add(Scenario.of("其他检测项目", start(DemoTest.OPEN), List.of(sampled(), tested(DemoTest.OPEN))));
        DemoTest unlisted = DemoTest.electroSlag("BASE_METAL", "BRITTLE", 3);
        all.add(Scenario.of("标准未列的焊接断口", start(unlisted), List.of(sampled(), referred(unlisted))));
        all.add(Scenario.of(
                "委托退回更正", start(DemoTest.CONCRETE), List.of(corrected(), afterAcceptance(DemoTest.CONCRETE))));
        all.add(Scenario.of(
                "拒收后重新取样", start(DemoTest.CONCRETE), List.of(refused(), afterAcceptance(DemoTest.CONCRETE))));
        all.add(Scenario.of("不能检测，委托方要求继续", start(DemoTest.MORTAR), List.of(sampled(), stopped(DemoTest.MORTAR))));
        all.add(Scenario.of("复核退回重做", start(DemoTest.MORTAR), List.of(sampled(), returned(DemoTest.MORTAR))));
        all.add(Scenario.of(
                "双倍复检",
                start(DemoTest.weakRebar()),
                List.of(sampled(), tested(DemoTest.weakRebar()), receipts(), retest())));
        all.add(Scenario.of("争议", start(WEAK), List.of(sampled(), tested(WEAK), receipts(), disputed(), rework())));
        all.add(Scenario.of(
                "不合格报告申请收回，监督站不同意",
                start(WEAK),
                List.of(sampled(), tested(WEAK), recallRefused(), receipts(), rework())));
        all.add(Scenario.of(
                "更正报告",
                start(DemoTest.CONCRETE),
                List.of(sampled(), tested(DemoTest.CONCRETE), amended(DemoTest.CONCRETE))));
        all.add(Scenario.of("资质异常", this::breach, List.of(breachLoop())));
        all.add(Scenario.of("信用扣分申诉", this::credit, List.of(creditLoop())));
        all.add(Scenario.of("登记", this::registration, List.of(registrationLoop())));
        all.add(Scenario.of(
                "到期提醒",
                this::expiry,
                List.of(part(
                        Act.of("renewExpiring", "admin@labs/{lab}/labadmin", "answer", "RENEWED", "note", "已送检")))));
        OfflineStarts offline = new OfflineStarts(platform);
        all.add(Scenario.of(
                "取样离线补传，待裁定",
                offline::takenLate,
                List.of(part(lateAccepted("取样现场无网络"), witnessed()), part(received()), tested(DemoTest.CONCRETE))));
        all.add(Scenario.of(
                "见证离线补传，待裁定",
                offline::witnessedLate,
                List.of(part(lateAccepted("见证现场无网络"), received()), tested(DemoTest.CONCRETE))));
        all.add(Scenario.of(
                "见证记录先到，待取样记录",
                offline::witnessedAhead,
                List.of(
                        part(
                                Act.of("!record", "sampler", "record", "{record}", "signature", "{signature}"),
                                received()),
                        tested(DemoTest.CONCRETE))));
        return all;
    }

    private java.util.function.Supplier<Started> start(DemoTest test) {
        return () -> new Started(driver.commission(test), "BJ01");
    }

    private static List<Act> sampled() {
        List<Act> acts = new ArrayList<>();
        acts.add(Act.of("acceptCommission", "receiver", "decision", "ACCEPT"));
        acts.addAll(taken());
        acts.add(received());
        return acts;
    }

    private static List<Act> taken() {
        return part(
                Act.of(
                        "takeSample",
                        "sampler",
                        "madeAt",
                        "@now-5m",
                        "marks",
                        "@marks",
                        "sealNo",
                        "FZ-0618",
                        "latitude",
                        "34.3609",
                        "longitude",
                        "107.2373"),
                witnessed());
    }

    private static Act witnessed() {
        return Act.of("witnessSample", "witness", "decision", "CONFIRM", "marksSeen", true, "sealSeen", true);
    }

    private static Act lateAccepted(String reason) {
        return Act.of("decideLateRecord", "supervisor", "decision", "ACCEPT", "reason", reason);
    }

    private static Act received() {
        return Act.of(
                "receiveSample",
                "receiver",
                "decision",
                "ACCEPT",
                "scanned",
                "@marks",
                "appearanceOk",
                true,
                "marksOk",
                true,
                "sealOk",
                true,
                "quantityOk",
                true,
                "storage",
                "A-03");
    }

    private static List<Act> corrected() {
        Map<String, Object> order = new LinkedHashMap<>(org.jianzheng.support.Orders.of(DemoTest.CONCRETE));
        order.put("part", "四层框架柱");
        order.remove("item");
        return part(
                Act.of("acceptCommission", "receiver", "decision", "REFUSE", "reason", "部位写错"),
                Act.of("correctCommission", "commissioner", "decision", "RESUBMIT", "order", order),
                Act.of("acceptCommission", "receiver", "decision", "ACCEPT"));
    }

    private static List<Act> refused() {
        List<Act> acts = new ArrayList<>();
        acts.add(Act.of("acceptCommission", "receiver", "decision", "ACCEPT"));
        acts.addAll(taken());
        acts.add(Act.of("receiveSample", "receiver", "decision", "REFUSE", "refusal", "MARK_BROKEN", "note", "标识破损"));
        acts.add(Act.of("decideAfterRefusal", "commissioner", "decision", "RESAMPLE", "reason", "重新制样"));
        return acts;
    }

    private static List<Act> afterAcceptance(DemoTest test) {
        List<Act> acts = new ArrayList<>(taken());
        acts.add(received());
        acts.addAll(tested(test));
        return acts;
    }

    private static List<Act> records(DemoTest test) {
        List<Act> acts = new ArrayList<>();
        List<String> machines = test.machines();
        Act assign = Act.of(
                "assignTest",
                "labadmin",
                "decision",
                "ASSIGN",
                "tester",
                "tester",
                "machine",
                machines.get(0),
                "plannedOn",
                "@today",
                "place",
                "力学室");
        if (machines.size() > 1) {
            assign.form().put("secondMachine", machines.get(1));
            assign.form().put("moreMachines", machines.stream().skip(2).toList());
        }
        acts.add(assign);
        acts.add(record("record", test.records().get(0)));
        if (test.records().size() > 1) {
            acts.add(record("record", test.records().get(1)));
        }
        return acts;
    }

    private static List<Act> stopped(DemoTest test) {
        List<Act> acts = new ArrayList<>();
        acts.add(Act.of("assignTest", "labadmin", "decision", "STOP", "reason", "压力试验机送检"));
        acts.add(Act.of("decideAfterStop", "commissioner", "decision", "CONTINUE", "reason", "设备下周送回"));
        acts.addAll(tested(test));
        return acts;
    }

    private static Act record(String key, Map<String, Object> values) {
        Map<String, Object> form = new LinkedHashMap<>(values);
        form.put("decision", "RECORD");
        form.put("temperature", "21.5");
        form.put("humidity", "56");
        form.put("startedAt", "@now");
        form.put("finishedAt", "@now");
        return new Act(key, "tester", form);
    }

    private static List<Act> tested(DemoTest test) {
        List<Act> acts = records(test);
        acts.addAll(approved());
        return acts;
    }

    private static List<Act> approved() {
        return part(
                Act.of("reviewReport", "reviewer", "decision", "PASS"),
                Act.of("signReport", "signatory", "decision", "PASS"));
    }

    private static List<Act> referred(DemoTest test) {
        List<Act> acts = records(test);
        acts.add(Act.of("decideReferred", "technicalhead", "conclusion", "PASS", "reason", "按母材实际强度判定"));
        acts.addAll(approved());
        return acts;
    }

    private static List<Act> returned(DemoTest test) {
        List<Act> acts = records(test);
        acts.add(Act.of("reviewReport", "reviewer", "decision", "RETURN", "reason", "请核对破坏荷载"));
        acts.add(recordAgain("record", test));
        acts.addAll(approved());
        return acts;
    }

    private static Act recordAgain(String task, DemoTest test) {
        Act again = record(task, test.records().get(0));
        again.form().put("correctionKind", "TRANSCRIPTION");
        again.form().put("correctionReason", "已核对，荷载无误");
        return again;
    }

    private static Act correction(String kind) {
        return Act.of("!correct", "labadmin", "kind", kind, "reason", "TRANSCRIPTION", "text", "抄写时数字颠倒，与设备记录不符");
    }

    private static List<Act> recallRefused() {
        return part(
                correction("RECALL"),
                Act.of("requestCorrection", "commissioner", "decision", "GRANT", "opinion", "委托单与现场一致"),
                Act.of("approveCorrection", "technicalhead", "decision", "GRANT", "opinion", "已核对设备原始记录"),
                Act.of("consentCorrection", "witness", "decision", "GRANT", "opinion", "已核对见证记录"),
                Act.of("decideCorrection", "supervisor", "decision", "REFUSE", "opinion", "依据不足，报告应予保留"));
    }

    private static List<Act> amended(DemoTest test) {
        List<Act> acts = new ArrayList<>(part(
                correction("RECORD"),
                Act.of("approveCorrection", "technicalhead", "decision", "GRANT", "opinion", "已核对设备原始记录"),
                recordAgain("record", test)));
        acts.addAll(approved());
        return acts;
    }

    private static List<Act> receipts() {
        return part(
                Act.of("confirmDeveloper", "commissioner"),
                Act.of("confirmContractor", "sampler"),
                Act.of("confirmSupervision", "witness"));
    }

    private static List<Act> planned(String treatment) {
        return part(plan(treatment), Act.of("reviewPlan", "witness", "decision", "PASS"));
    }

    private static Act plan(String treatment) {
        return Act.of(
                "planTreatment",
                "sampler",
                "treatment",
                treatment,
                "plan",
                "按规定处置",
                "responsible",
                "王海涛",
                "plannedUntil",
                "@today");
    }

    private static List<Act> finished() {
        return part(
                Act.of("!photo", "sampler"),
                Act.of("reportCompletion", "sampler", "completion", "已办理完毕", "finishedOn", "@today"),
                Act.of("checkTreatment", "witness", "decision", "PASS", "opinion", "核查意见"),
                Act.of("closeLoop", "supervisor", "decision", "CLOSE", "opinion", "监督意见"));
    }

    private static List<Act> rework() {
        List<Act> acts = new ArrayList<>(planned("REWORK"));
        acts.addAll(finished());
        return acts;
    }

    private static List<Act> retest() {
        List<Act> acts = new ArrayList<>(planned("DOUBLE_RETEST"));
        acts.add(Act.of("!retest", "commissioner"));
        acts.add(Act.of("commissionRetest", "commissioner"));
        DemoTest again = DemoTest.rebarAgain(false);
        sampled().forEach(act -> acts.add(act.inRetest()));
        tested(again).forEach(act -> acts.add(act.inRetest()));
        acts.add(Act.of("!timers", "system"));
        acts.addAll(finished());
        return acts;
    }

    private static List<Act> disputed() {
        return part(plan("DISPUTE"), Act.of("decideDispute", "supervisor", "decision", "REJECT", "reason", "取样见证齐全"));
    }

    private Started breach() {
        OwnLab lab = new OwnLab(platform, "rebar");
        String caseId = lab.openCases(1, "concrete-cube", "SAMPLING").get(0);
        GateQuestion question = GateQuestion.at(GatePoint.RECEIPT, caseId, "concrete-cube", OwnLab.TODAY)
                .lab(lab.code());
        As.person("receiver", () -> platform.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            platform.getBean(Gate.class).pass(question);
            status.setRollbackOnly();
        }));
        String id = As.person("supervisor", () -> platform.getBean(Breaches.class)
                        .list(new Breaches.Filter("", "", "", lab.code()), 0, 5))
                .items()
                .get(0)
                .id();
        return new Started(id, lab.code());
    }

    private static List<Act> breachLoop() {
        String admin = "admin@labs/{lab}/labadmin";
        return part(
                Act.of("explainBreach", admin, "explanation", "续证手续在办"),
                Act.of(
                        "decideBreach",
                        "supervisor",
                        "decision",
                        "SUSPEND",
                        "items",
                        List.of("concrete-cube"),
                        "reason",
                        "违反管理办法"),
                Act.of("answerDecision", admin, "answer", "APPEAL", "reason", "证书有效"),
                Act.of("decideAppeal", "stationadmin", "ruling", "UPHOLD", "reason", "附表未列该参数"),
                Act.of("correctBreach", admin, "correction", "已续证，并设专人提前提醒"),
                Act.of("checkBreach", "supervisor", "decision", "PASS", "lift", true));
    }

    private Started credit() {
        String code = "CR" + UUID.randomUUID().toString().substring(0, 6);
        String breachId = UUID.randomUUID().toString();
        var event = new BreachDecided(
                breachId,
                code,
                "LAB_SCOPE",
                "CORRECT",
                platform.getBean(Clock.class).instant());
        As.person("supervisor", () -> platform.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> platform.publishEvent(event)));
        String entry = sql.queryForObject("SELECT id FROM credit_entry WHERE house LIKE ?", String.class, "%/" + code);
        new OwnSteps(platform.getBean(ProcessEngine.class)).finish(entry);
        return new Started(entry, code);
    }

    private static List<Act> creditLoop() {
        return part(
                Act.of("answerCredit", "head@labs/{lab}/labadmin", "decision", "APPEAL", "reason", "该项参数资质在事发当日有效"),
                Act.of("decideCreditAppeal", "stationadmin", "decision", "UPHOLD", "reason", "附表未列该参数"));
    }

    private Started registration() {
        String code = "SJ-" + UUID.randomUUID().toString().substring(0, 6);
        Map<String, Object> camera =
                Map.of("code", code, "room", "力学室", "cameraType", "DOME", "megapixels", "4", "retentionDays", 90);
        String id = As.person("labadmin", () -> platform.getBean(Processes.class)
                .startByForm("registration", Map.of("kind", "CAMERA", "house", "labs/BJ01", "camera", camera)));
        return new Started(id, code);
    }

    private static List<Act> registrationLoop() {
        Map<String, Object> camera = new LinkedHashMap<>(
                Map.of("code", "{lab}", "room", "力学室", "cameraType", "DOME", "megapixels", "4", "retentionDays", 120));
        return part(
                Act.of("decideRegistration", "supervisor", "decision", "REFUSE", "reason", "通道编码缺失"),
                Act.of("correctRegistration", "labadmin", "decision", "RESUBMIT", "camera", camera),
                Act.of("decideRegistration", "supervisor", "decision", "APPROVE"));
    }

    private Started expiry() {
        OwnLab lab = new OwnLab(platform, "rebar");
        lab.machine("WN-01", "rebar", "1级", OwnLab.TODAY.minusYears(1), OwnLab.TODAY.plusDays(5));
        As.person("supervisor", platform.getBean(Sweep.class)::run);
        String id = sql.queryForObject(
                "SELECT id FROM qualification_expiry WHERE house = ? AND expiry_key LIKE '%:7'",
                String.class, "labs/" + lab.code());
        return new Started(id, lab.code());
    }
}
