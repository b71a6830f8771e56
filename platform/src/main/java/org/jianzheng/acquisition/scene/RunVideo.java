package org.jianzheng.acquisition.scene;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which cameras stood in the room while a run lasted, kept as it was then: cameras are moved, and registries change. */
@Component
@EnableConfigurationProperties(VideoSettings.class)
public class RunVideo {

    /** Before the machine began and after it ended: the specimen is put in, and taken out. */
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final RunStore runs;
    private final Registry registry;
    private final VideoSettings settings;

    RunVideo(JdbcClient jdbc, RunStore runs, Registry registry, VideoSettings settings) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * What a camera saw of a run.
     *
     * @param playback where it is watched; null where the configuration has no address for the laboratory
     */
    public record Footage(String camera, String channel, String room, Instant from, Instant until, String playback) {}

    /** In the transaction that seals it. */
    @EventListener
    void on(RunEvents.Sealed sealed) {
        Run run = runs.findById(sealed.runId()).orElseThrow();
        RunView.Times times = run.view().times();
        Machine machine = registry.machine(run.equipment());
        registry.cameras(machine.labCode(), machine.room()).forEach(camera -> jdbc.sql("INSERT INTO acquisition_video"
                        + " (run_id, camera, channel_id, room, from_at, until_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        camera.code(),
                        camera.channel(),
                        machine.room(),
                        CityTime.utc(times.tested().from().minus(AROUND)),
                        CityTime.utc(times.tested().to().plus(AROUND)))
                .update());
    }

    /** The caller has checked who may know of the run. */
    @Transactional(readOnly = true)
    public List<Footage> of(RunView run) {
        return jdbc.sql("SELECT * FROM acquisition_video WHERE run_id = ? ORDER BY camera")
                .param(run.id())
                .query((row, n) -> {
                    String channel = row.getString("channel_id");
                    Instant from = CityTime.instant(row, "from_at");
                    Instant until = CityTime.instant(row, "until_at");
                    return new Footage(
                            row.getString("camera"),
                            channel,
                            row.getString("room"),
                            from,
                            until,
                            settings.address(run.parties().labCode(), channel, from, until)
                                    .orElse(null));
                })
                .list();
    }
}
