package org.jianzheng.sampling.phone.photo;

import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the camera wrote into a photo (EXIF), any of it null. Kept beside the photo and never shown with it.
 *
 * @param time as it was written, without a zone
 */
record CameraNotes(String time, String model, BigDecimal latitude, BigDecimal longitude) {

    private static final int LONGEST_TIME = 40;
    private static final int LONGEST_MODEL = 80;

    static CameraNotes of(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        return new CameraNotes(
                text(
                        metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class),
                        ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL,
                        LONGEST_TIME),
                text(
                        metadata.getFirstDirectoryOfType(ExifIFD0Directory.class),
                        ExifIFD0Directory.TAG_MODEL,
                        LONGEST_MODEL),
                place == null ? null : degrees(place.getLatitude()),
                place == null ? null : degrees(place.getLongitude()));
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
