package org.jianzheng.acquisition.bench;

import java.util.Locale;
import org.jianzheng.acquisition.broker.BrokerSettings;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.support.bench.BenchPlatform;
import org.jianzheng.support.line.MachinePark;

/**
 * The line from testing machines to browsers, everything on one computer: the machines (HiveMQ clients that speak the whole
 * contract at QoS 1; for the highest rate senders that cost less), the broker inside, MariaDB, the platform, and those who watch over HTTP. What the broker acknowledges and
 * what MariaDB commits is on the disk, for the platform and for the stock way. {@code -Dbench.seconds=600} makes the first part
 * last ten minutes.
 */
final class MachineLineBench {

    private static final int MACHINES = 200;

    private MachineLineBench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty(TestDatabase.DURABLE, "true");
        try (BenchPlatform platform =
                BenchPlatform.start("--jianzheng.machines.enabled=true", "--jianzheng.limits.at-once=1000000")) {
            BenchLine line = new BenchLine(
                    platform,
                    new MachinePark(platform.context(), "BENCH", MACHINES),
                    platform.bean(BrokerSettings.class).port());
            line.connect();
            new ArrivalToBrowser(line).measure(Integer.getInteger("bench.seconds", 60));
            double held = new HighestRate(line).measure();
            RowPerPoint stock = new RowPerPoint(platform.sql());
            double single = stock.measure(1);
            double ten = stock.measure(10);
            say(
                    "stock: a row per point",
                    "%.0f points/s, a transaction each: the platform takes in %.1f times as many; ten in one %.0f: %.1f",
                    single,
                    held / single,
                    ten,
                    held / ten);
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
