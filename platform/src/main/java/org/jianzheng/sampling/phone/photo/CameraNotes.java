package org.jianzheng.sampling.phone.photo;

import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;

/**
 * What the camera wrote into a photo (EXIF), any of it null. Kept beside the photo, which is shown without it.
 *
 * @param time as it was written, with its zone where the camera wrote one
 */
public record CameraNotes(String time, String model, BigDecimal latitude, BigDecimal longitude) {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss[XXX]");
    private static final int LONGEST_TIME = 30;
    private static final int LONGEST_ZONE = 6;
    private static final int LONGEST_MODEL = 80;

    static CameraNotes of(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        return new CameraNotes(
                time(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class)),
                text(
                        metadata.getFirstDirectoryOfType(ExifIFD0Directory.class),
                        ExifIFD0Directory.TAG_MODEL,
                        LONGEST_MODEL),
                place == null ? null : degrees(place.getLatitude()),
                place == null ? null : degrees(place.getLongitude()));
    }

    private static String time(Directory directory) {
        String time = text(directory, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL, LONGEST_TIME);
        String zone = text(directory, ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL, LONGEST_ZONE);
        return time == null || zone == null ? time : time + zone;
    }

    /** When the camera says that it was taken; where it says no zone, it is the city's. Empty where that is no time. */
    public Optional<Instant> takenAt() {
        try {
            return Optional.ofNullable(time)
                    .map(text -> WRITTEN.parseBest(text, OffsetDateTime::from, LocalDateTime::from))
                    .map(read -> read instanceof OffsetDateTime there
                            ? there.toInstant()
                            : ((LocalDateTime) read).atZone(CityTime.ZONE).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static String text(Directory directory, int tag, int longest) {
        String text = directory == null ? null : directory.getString(tag);
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("[\\p{Cntrl}]", "").strip();
        return plain.substring(0, Math.min(longest, plain.length()));
    }

    private static BigDecimal degrees(double value) {
        return Double.isFinite(value) && Math.abs(value) <= 180
                ? BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP)
                : null;
    }
}
