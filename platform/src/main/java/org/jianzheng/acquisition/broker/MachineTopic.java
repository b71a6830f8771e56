package org.jianzheng.acquisition.broker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianzheng.acquisition.login.MachineLogins;

/** A topic that a machine publishes a run under, {@code jz/v1/{lab}/{equipment}/run/{runId}/samples}. */
public record MachineTopic(String labCode, String equipment, String runId, Kind kind) {

    static final String PREFIX = "jz.v1.";

    private static final int LEVELS = 7;
    private static final int RUN_LEVEL = 4;
    private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    /** What is told of a run. */
    public enum Kind {
        BEGIN,
        SAMPLES,
        END;

        private final String level = name().toLowerCase(Locale.ROOT);
    }

    /** Whose topic it is. */
    public record Sender(String labCode, String equipment) {}

    /** Empty where the address is not one of a run. */
    public static Optional<MachineTopic> of(String address) {
        String[] levels = address.split("\\.", -1);
        if (levels.length != LEVELS
                || !levels[RUN_LEVEL].equals("run")
                || !RUN_ID.matcher(levels[5]).matches()) {
            return Optional.empty();
        }
        return sender(address).flatMap(from -> Arrays.stream(Kind.values())
                .filter(kind -> kind.level.equals(levels[6]))
                .findFirst()
                .map(kind -> new MachineTopic(from.labCode(), from.equipment(), levels[5], kind)));
    }

    /** Empty where the address is not one of a machine. */
    public static Optional<Sender> sender(String address) {
        String[] levels = address.split("\\.", -1);
        return levels.length > RUN_LEVEL
                        && levels[0].equals("jz")
                        && levels[1].equals("v1")
                        && MachineLogins.isTopicLevel(levels[2])
                        && MachineLogins.isTopicLevel(levels[3])
                ? Optional.of(new Sender(levels[2], levels[3]))
                : Optional.empty();
    }

    /** Whether a sensor of temperature and humidity sends under it, {@code jz/v1/{lab}/{sensor}/env}. */
    public static boolean isEnvironment(String address) {
        return address.split("\\.", -1).length == RUN_LEVEL + 1
                && address.endsWith(".env")
                && sender(address).isPresent();
    }

    static String commands(String labCode, String equipment) {
        return PREFIX + labCode + "." + equipment + ".cmd";
    }
}
