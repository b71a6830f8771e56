package org.jianzheng.sampling.phone.photo;

import java.io.ByteArrayOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.PaperType;
import org.jianzheng.records.evidence.UploadScan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one photo of its parts. It is looked at before the transaction that keeps it: that takes long, and would hold a
 * connection to the database. Its last part is kept with it and not before, so that a server that falls in between is sent that
 * part again.
 */
@Component
class PhotoIntake {

    private final PartStore parts;
    private final PhotoStore photos;
    private final PhotoLimit limit;
    private final UploadScan scan;
    private final TransactionTemplate transaction;

    PhotoIntake(
            PartStore parts,
            PhotoStore photos,
            PhotoLimit limit,
            UploadScan scan,
            PlatformTransactionManager transactions) {
        this.parts = parts;
        this.photos = photos;
        this.limit = limit;
        this.scan = scan;
        this.transaction = new TransactionTemplate(transactions);
    }

    void requireRoom() {
        if (!limit.hasRoom()) {
            throw new PhotosBusy();
        }
    }

    /** @throws RuleBroken where it is not what it was announced as; it is begun anew then */
    UploadState finish(String sha256, String username, byte[] last) {
        return limit.take(() -> made(sha256, username, last));
    }

    private UploadState made(String sha256, String username, byte[] last) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(parts.whole(username, sha256));
        joined.writeBytes(last);
        byte[] whole = joined.toByteArray();
        PhotoCopies copies;
        try {
            copies = copies(sha256, whole);
        } catch (RuleBroken none) {
            if (photos.find(sha256, username).isPresent()) {
                // Its last part was sent twice at once, and the other was faster.
                return new UploadState(0, true);
            }
            transaction.executeWithoutResult(status -> parts.forget(username, sha256));
            throw none;
        }
        transaction.executeWithoutResult(status -> {
            photos.add(sha256, username, whole, copies);
            parts.forget(username, sha256);
        });
        return new UploadState(whole.length, true);
    }

    private PhotoCopies copies(String sha256, byte[] whole) {
        if (!DigestUtils.sha256Hex(whole).equals(sha256)) {
            throw new RuleBroken("sampling.photo.differs");
        }
        scan.require(whole);
        return PhotoCopies.of(type(whole), Picture.read(whole));
    }

    /** @throws RuleBroken where it does not begin like a picture */
    static String type(byte[] head) {
        return PaperType.of(head)
                .map(PaperType::mediaType)
                .filter(type -> type.startsWith("image/"))
                .orElseThrow(() -> new RuleBroken("sampling.photo.type"));
    }
}
