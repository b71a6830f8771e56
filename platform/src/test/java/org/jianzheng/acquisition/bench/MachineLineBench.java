package org.jianzheng.acquisition.bench;

import java.util.Locale;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.line.MachinePark;

/**
 * The line from testing machines to browsers, everything on one computer: the machines (HiveMQ clients that speak the whole
 * contract at QoS 1), the broker inside, MariaDB, the platform, and those who watch over HTTP. Nothing is forced to the disk,
 * neither by the broker nor by MariaDB, for the platform as little as for the stock way. {@code -Dbench.seconds=600} makes the
 * first part last ten minutes.
 */
final class MachineLineBench {

    private static final int MACHINES = 200;

    private MachineLineBench() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchPlatform platform = BenchPlatform.start("--jianzheng.machines.enabled=true")) {
            BenchLine line = new BenchLine(
                    platform,
                    new MachinePark(platform.context(), "BENCH", MACHINES),
                    platform.bean(BrokerSettings.class).port());
            line.connect();
            new ArrivalToBrowser(line).measure(Integer.getInteger("bench.seconds", 60));
            double held = new HighestRate(line).measure();
            double stock = new RowPerPoint(platform.sql()).measure();
            say(
                    "stock: a row per point",
                    "%.0f points/s; the platform takes in %.1f times as many",
                    stock,
                    held / stock);
            new DayOfRuns(line).measure();
            new ReplayTimes(line).measure();
            line.close();
        }
    }

    static void say(String what, String figures, Object... values) {
        System.out.printf(Locale.ROOT, "%-34s " + figures + "%n", prepend(what, values));
    }

    private static Object[] prepend(String what, Object[] values) {
        Object[] all = new Object[values.length + 1];
        all[0] = what;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    /** Of values in ascending order, in milliseconds. */
    static double percentile(long[] nanos, int percent) {
        return nanos[(int) ((nanos.length - 1) * (long) percent / 100)] / 1e6;
    }
}
