package org.jianzheng.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jianzheng.support.Checkout;

/** {@code .local/}: what the local services keep between starts, for one platform at a time. */
final class LocalFolder {

    private final Path folder;
    // Held until this JVM ends, in whatever way.
    private final FileChannel pid;

    private LocalFolder(Path folder, FileChannel pid) {
        this.folder = folder;
        this.pid = pid;
    }

    /** Takes the folder for this JVM, and stops what a killed run left behind in it. */
    static LocalFolder take() {
        Path folder = Checkout.top().resolve(".local");
        try {
            Files.createDirectories(folder);
            Path pidFile = folder.resolve("platform.pid");
            FileChannel pid = FileChannel.open(
                    pidFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = pid.tryLock();
            if (lock == null) {
                String other = Files.readString(pidFile).trim();
                throw new CannotStart("平台已在运行（进程 %s）。请直接使用它；要重新启动，先执行 kill %s", other, other);
            }
            pid.truncate(0);
            pid.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            LocalFolder taken = new LocalFolder(folder, pid);
            taken.stopLeftovers();
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(String service) {
        return folder.resolve(service);
    }

    boolean isHeld() {
        return pid.isOpen();
    }

    // Recognised by the folder on their command line: a process id written down may meanwhile belong to somebody else.
    private void stopLeftovers() {
        List<ProcessHandle> leftovers =
                ProcessHandle.allProcesses().filter(this::isLeftover).toList();
        for (ProcessHandle process : leftovers) {
            Say.line("上次运行未正常结束，正在停止遗留的进程 %d", process.pid());
            process.destroy();
            CompletableFuture<ProcessHandle> ended = process.onExit();
            ended.completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }

    private boolean isLeftover(ProcessHandle process) {
        String program = process.info().command().orElse("");
        String line = process.info().commandLine().orElse("");
        return (program.endsWith("java") || program.endsWith("mariadbd"))
                && (line.contains(of("keycloak") + "") || line.contains(of("mariadb") + ""));
    }
}
