package org.jianzheng.sampling.phone.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;

/**
 * What a phone says, read out of the very bytes that it signed.
 *
 * @param id made on the phone
 * @param caseId null where a witness had nothing but the marks, and of a sample without an order
 * @param taskId null where a witness had no network and the sampler's record had not come when there last was one, and of a
 *     sample without an order
 * @param form by the contract of the task's form, without the position
 * @param marks that the witness scanned, who has no field for them
 * @param prompt which turn of the head was asked for; null of apps that asked for none
 * @param giveBack that its person, who has claimed the task, gives it back to their colleagues: nothing is completed
 * @param takeOver why its person takes the task over from a colleague who has claimed it; null where they know of none
 * @param site what a sampler says of a sample whose test nobody has ordered yet; null of all others
 * @param unordered the sample without an order that a witness's record is of; null of one of a case, or known by its marks alone
 */
record SignedRecord(
        UUID id,
        RecordKind kind,
        UUID caseId,
        String taskId,
        Map<String, Object> form,
        List<String> marks,
        List<Photo> photos,
        Position position,
        Prompt prompt,
        boolean giveBack,
        String takeOver,
        Site site,
        UUID unordered,
        Proof proof) {

    private static final int MOST_PHOTOS = 16;
    private static final int MOST_TURNED = 6;
    private static final int LONGEST_CONTACT = 200;
    private static final int MOST_MARKS = 400;
    private static final int DIGITS = 24;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** What a photo shows. */
    enum Purpose {
        SEALED,
        PERSON,
        /** The same person a moment later, asked to turn their head. */
        TURNED
    }

    record Photo(String sha256, Purpose purpose) {

        Photo {
            if (sha256 == null || !sha256.matches("[0-9a-f]{64}") || purpose == null) {
                throw new RuleBroken("sampling.record.malformed");
            }
        }
    }

    record Position(BigDecimal latitude, BigDecimal longitude, BigDecimal accuracy, Instant at) {

        // 1E999999999 is a number that nobody can write out.
        Position {
            for (BigDecimal number : Arrays.asList(latitude, longitude, accuracy)) {
                if (number != null && (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS)) {
                    throw new RuleBroken("sampling.record.malformed");
                }
            }
            within(latitude, 90);
            within(longitude, 180);
            within(accuracy, 10_000_000);
        }

        private static void within(BigDecimal number, long most) {
            if (number != null && number.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new RuleBroken("sampling.record.malformed");
            }
        }
    }

    /**
     * Which sample it is, where no order says it.
     *
     * @param project its code
     * @param item code in the catalogue
     * @param batch 批次, or empty
     */
    record Site(String project, String unitWorks, String part, String item, String grade, String batch) {

        private static final int LONGEST = 200;

        Site {
            for (String text : Arrays.asList(project, unitWorks, part, item, grade, batch)) {
                if (text == null || text.length() > LONGEST) {
                    throw new RuleBroken("sampling.record.malformed");
                }
            }
        }
    }

    /** @param contact that the turn follows from, see {@link org.jianzheng.sampling.event.HeadTurn#askedAfter} */
    record Prompt(String contact) {

        Prompt {
            if (contact == null || contact.length() > LONGEST_CONTACT) {
                throw new RuleBroken("sampling.record.malformed");
            }
        }
    }

    /**
     * @param at by the phone's clock
     * @param contact the server's time as it was told to this phone last, in the server's own form
     * @param phone thumbprint of the key
     */
    record Proof(Instant at, String contact, String phone) {

        Proof {
            if (at == null || phone == null || at.isBefore(FIRST) || at.isAfter(LAST)) {
                throw new RuleBroken("sampling.record.malformed");
            }
        }
    }

    SignedRecord {
        if (id == null || kind == null || form == null) {
            throw new RuleBroken("sampling.record.malformed");
        }
        if (taskId == null ? kind != RecordKind.WITNESS && caseId != null : caseId == null) {
            throw new RuleBroken("sampling.record.malformed");
        }
        if ((site != null) != (kind == RecordKind.TAKE && taskId == null)) {
            throw new RuleBroken("sampling.record.malformed");
        }
        if (unordered != null && (kind != RecordKind.WITNESS || taskId != null || caseId != null)) {
            throw new RuleBroken("sampling.record.malformed");
        }
        if (giveBack && taskId == null) {
            throw new RuleBroken("sampling.record.malformed");
        }
        if (proof == null) {
            throw new RuleBroken("sampling.record.malformed");
        }
        marks = marks == null ? List.of() : List.copyOf(marks);
        photos = photos == null ? List.of() : List.copyOf(photos);
        long turned = photos.stream()
                .filter(photo -> photo.purpose() == Purpose.TURNED)
                .count();
        if (photos.size() > MOST_PHOTOS || turned > MOST_TURNED || marks.size() > MOST_MARKS) {
            throw new RuleBroken("sampling.record.malformed");
        }
    }

    /** Whether the witness signed it before the sampler's record was known to have come. */
    boolean ahead() {
        return taskId == null && kind == RecordKind.WITNESS;
    }

    /** Whether the sampler took it although nobody had ordered its test. */
    boolean withoutOrder() {
        return site != null;
    }

    List<String> photoHashes() {
        return photos.stream().map(Photo::sha256).distinct().collect(Collectors.toList());
    }

    List<String> photosOf(Purpose purpose) {
        return photos.stream()
                .filter(photo -> photo.purpose() == purpose)
                .map(Photo::sha256)
                .distinct()
                .toList();
    }

    boolean shows(Purpose purpose) {
        return photos.stream().anyMatch(photo -> photo.purpose() == purpose);
    }
}
