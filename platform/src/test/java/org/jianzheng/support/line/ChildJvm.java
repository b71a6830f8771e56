package org.jianzheng.support.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a process of its own, to be killed and started again. It ends with this one. */
public final class ChildJvm implements AutoCloseable {

    private static final int SECONDS_TO_START = 300;

    private final Path folder;
    private final Class<?> main;
    private Process process;

    /** @param folder of the child, where its log lies and where it makes a file {@code ready} when it has started */
    public ChildJvm(Path folder, Class<?> main) {
        this.folder = folder;
        this.main = main;
    }

    /** Returns when it says that it is ready. */
    public void start(List<String> options, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-Xmx384m",
                // Started again and again.
                "-XX:TieredStopAtLevel=1",
                "-XX:-BytecodeVerificationRemote",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(ready(folder));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (Files.notExists(ready(folder))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException(main.getSimpleName() + " does not start: " + said());
            }
            Thread.sleep(20);
        }
    }

    private static Path ready(Path folder) {
        return folder.resolve("ready");
    }

    /** For the child: says that it has started, and waits until its parent ends. */
    public static void readyUntilTheParentEnds(Path folder) throws IOException {
        Files.createFile(ready(folder));
        while (System.in.read() >= 0) {
            // The parent says nothing; it only ends.
        }
        Runtime.getRuntime().halt(0);
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** What it has logged. */
    public String said() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, in the middle of whatever it does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
