package org.jianzheng.acquisition.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.ingest.ArrivedChunks;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.line.MachinePark;
import org.jianzheng.support.line.SpoolingMachine;
import org.jianzheng.support.machine.CurvesOfTests;
import org.jianzheng.support.machine.MachineHost;
import org.jianzheng.support.machine.MachineHost.Spool;
import org.jianzheng.support.machine.Pressing;

/** A platform and two hundred machines connected to it. */
final class BenchLine implements AutoCloseable {

    private final BenchPlatform platform;
    private final MachinePark park;
    private final int port;
    private final List<MachineHost> hosts = new ArrayList<>();
    private final CurvesOfTests curves = new CurvesOfTests(11);

    BenchLine(BenchPlatform platform, MachinePark park, int port) {
        this.platform = platform;
        this.park = park;
        this.port = port;
    }

    BenchPlatform platform() {
        return platform;
    }

    void connect() {
        for (String code : park.machines()) {
            SpoolingMachine.Login login = park.login(port, code);
            hosts.add(MachineHost.connect(login.port(), login.labCode(), login.equipment(), login.secret()));
        }
    }

    int machines() {
        return hosts.size();
    }

    MachineHost host(int machine) {
        return hosts.get(machine);
    }

    /** A curve at 20 Hz of about that many seconds. */
    Curve curve(int seconds) {
        return curves.of(new Pressing(800, 800.0 / seconds, 20, 5, 2000));
    }

    Spool open(int machine, Curve curve, int pointsInAChunk) {
        return park.open(park.machines().get(machine), curve, pointsInAChunk);
    }

    Spool left(int machine, Curve curve, int pointsInAChunk) {
        return park.left(park.machines().get(machine), curve, pointsInAChunk);
    }

    /** The machines again, as cheap as can be: they publish and hear nothing. The others are cut off by that. */
    List<SenderOnly> senders() throws IOException {
        hosts.forEach(MachineHost::close);
        hosts.clear();
        List<SenderOnly> senders = new ArrayList<>();
        for (String code : park.machines()) {
            senders.add(SenderOnly.connect(park.login(port, code)));
        }
        return senders;
    }

    CompletableFuture<?> chunk(int machine, Spool spool, int seq) {
        return hosts.get(machine)
                .sending(spool.runId(), "samples", spool.chunks().get(seq));
    }

    /** The last row of stored chunks. */
    long stored() {
        return platform.bean(ArrivedChunks.class).last();
    }

    /** Sends the end, and waits until the platform has accepted the run. */
    void accept(int machine, Spool spool) {
        hosts.get(machine).end(spool);
        hosts.get(machine).hears(spool.runId(), "accepted");
    }

    static void await(List<CompletableFuture<?>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .orTimeout(5, TimeUnit.MINUTES)
                .join();
    }

    @Override
    public void close() {
        hosts.forEach(MachineHost::close);
    }
}
