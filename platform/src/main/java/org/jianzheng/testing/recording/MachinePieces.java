package org.jianzheng.testing.recording;

import java.util.List;
import java.util.Optional;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.testing.procedure.TestSubject;

/**
 * Which row of the record is read off which piece on the machine. Rows name the specimens that one kind of test takes at one
 * age, from the first on; where six prisms were brought for two ages, the fourth is the first of the later one.
 */
final class MachinePieces {

    private static final String FIRST_HALF = "a";
    private static final String SECOND_HALF = "b";

    private MachinePieces() {}

    /**
     * Number of the row.
     *
     * @param position of the specimen in its sample, from 1
     * @param piece of the specimen, from 1: the halves of a prism are two
     * @return empty where that specimen is not tested by the method at that stage
     */
    static Optional<String> row(String method, String stage, int position, int piece, TestSubject subject) {
        return MachineReading.of(method).stream()
                .findFirst()
                .flatMap(reading -> row(reading, stage, position, piece, subject));
    }

    private static Optional<String> row(
            MachineReading reading, String stage, int position, int piece, TestSubject subject) {
        List<Object> rows = subject.family().procedure().rows(reading.list(), subject).stream()
                .map(row -> row.get("no"))
                .toList();
        boolean halved = reading == MachineReading.HALF;
        int at = position - earlier(reading, stage, halved ? rows.size() / 2 : rows.size(), subject);
        String half = piece == 1 ? FIRST_HALF : SECOND_HALF;
        return Optional.of(subject.specimenNo(at) + (halved ? half : "")).filter(rows::contains);
    }

    /** How many specimens were for earlier ages; none where each age's are the same ones, moulded of one sample. */
    private static int earlier(MachineReading reading, String stage, int anAge, TestSubject subject) {
        List<String> ages = subject.family().item().stages().stream()
                .filter(one ->
                        one.inputs().stream().anyMatch(input -> input.name().equals(reading.list())))
                .map(RecordStage::code)
                .toList();
        return subject.sample().specimenCount() < anAge * ages.size() ? 0 : anAge * Math.max(0, ages.indexOf(stage));
    }
}
