package org.jianzheng.support.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Not a test of the gate: run by hand on the state that is about to become the previous one, it leaves a case at every user
 * task, and where a record of a phone waits, and writes the database and what is left to do to
 * {@code src/test/resources/upgrade}.
 */
@PlatformTest
class LeaveCases {

    private final List<LeftCase> left = new ArrayList<>();
    private final Set<String> covered = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();

    @Test
    void leaveACaseAtEveryUserTask(@Autowired ApplicationContext platform) throws Exception {
        Acting acting = new Acting(platform);
        Scenarios scenarios = new Scenarios(platform);
        for (Scenario scenario : scenarios.all()) {
            sequence(platform);
            var twin = scenario.start().get();
            for (Act act : acts(scenario, twin)) {
                acting.perform(act, twin.caseId());
            }
            assertThat(acting.open(twin.caseId())).as(scenario.name()).isEmpty();
            for (int i = 0; i < scenario.acts().size(); i++) {
                leave(scenario, i, acting);
            }
        }
        assertThat(covered).containsAll(userTasks());
        write(platform);
    }

    private void leave(Scenario scenario, int done, Acting acting) {
        Act next = scenario.acts().get(done);
        covered.add(next.task());
        if (!next.isWaitedFor() || !kinds.add(next.kind())) {
            return;
        }
        var started = scenario.start().get();
        List<Act> acts = acts(scenario, started);
        acts.subList(0, done).forEach(act -> acting.perform(act, started.caseId()));
        left.add(new LeftCase(scenario.name(), started.caseId(), acts.subList(done, acts.size())));
    }

    private static List<Act> acts(Scenario scenario, Scenario.Started started) {
        return scenario.acts().stream().map(act -> named(act, started.names())).toList();
    }

    private static Act named(Act act, Map<String, String> names) {
        return new Act(act.task(), named(act.who(), names), named(act.form(), names));
    }

    private static String named(String text, Map<String, String> names) {
        String named = text;
        for (var name : names.entrySet()) {
            named = named.replace("{" + name.getKey() + "}", name.getValue());
        }
        return named;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<String, Object> form, Map<String, String> names) {
        var named = new LinkedHashMap<String, Object>();
        form.forEach((key, value) -> named.put(
                key,
                value instanceof String text
                        ? named(text, names)
                        : value instanceof Map<?, ?> map ? named((Map<String, Object>) map, names) : value));
        return named;
    }

    // Most entries of the ledger have their place, the last ones wait for it.
    static void sequence(ApplicationContext platform) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.jianzheng.records.ledger.Sequencer");
        Object sequencer = platform.getBean(type);
        Method run = type.getMethod("run");
        run.setAccessible(true);
        run.invoke(sequencer);
    }

    static Set<String> userTasks() {
        Set<String> tasks = new HashSet<>();
        BundledFiles.all().forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                java.util.regex.Matcher task = java.util.regex.Pattern.compile("userTask id=\"([^\"]+)\"")
                        .matcher(new String(content, StandardCharsets.UTF_8));
                while (task.find()) {
                    tasks.add(task.group(1));
                }
            }
        });
        return tasks;
    }

    private void write(ApplicationContext platform) throws IOException {
        Path folder = Files.createDirectories(Path.of("src/test/resources/upgrade"));
        DatabaseDump.write(TestDatabase.url(), folder.resolve("database.sql.gz"));
        // What it signed is believed by who has its key: that of a city only played, made for this run.
        Files.copy(
                TestDatabase.folder().resolve("keys").resolve("token.p12"),
                folder.resolve("token.p12"),
                StandardCopyOption.REPLACE_EXISTING);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("leftAt", platform.getBean(Clock.class).instant().toString());
        said.put("cases", left);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("left.json").toFile(), said);
    }
}
