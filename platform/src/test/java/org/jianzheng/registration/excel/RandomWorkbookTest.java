package org.jianzheng.registration.excel;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a random hand makes of a workbook is read or refused in words. */
public class RandomWorkbookTest {

    private static final int TIMES = 150;

    @TempDir
    Path folder;

    int times() {
        return TIMES;
    }

    @Test
    void isReadOrRefusedInWords() throws IOException {
        Mutations hand = new Mutations(20261129);
        byte[] good = workbook();
        for (int i = 0; i < times(); i++) {
            read(i % 2 == 0 ? hand.of(good) : withAnotherPart(good, hand), i);
        }
    }

    private void read(byte[] workbook, int turn) throws IOException {
        Path file = Files.write(folder.resolve("random.xlsx"), workbook);
        try {
            SheetReader.read(file, (row, cells) -> {});
        } catch (RuleBroken inWords) {
            // Which words is for other tests to say.
        } catch (IOException | RuntimeException | Error fault) {
            fail("turn " + turn, fault);
        }
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (WorkbookWriter book = new WorkbookWriter().sheet("摄像机", List.of("编号", "检测室"))) {
            book.row(List.of("XI-1", "水泥室"));
            book.row(List.of("XI-2", "力学室"));
            book.write(out);
        }
        return out.toByteArray();
    }

    private byte[] withAnotherPart(byte[] workbook, Mutations hand) throws IOException {
        var out = new ByteArrayOutputStream();
        Path file = Files.write(folder.resolve("good.xlsx"), workbook);
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = from.getInputStream(entry).readAllBytes();
                to.write(hand.oneOf(List.of(true, false, false)) ? hand.of(part) : part);
            }
        }
        return out.toByteArray();
    }
}
