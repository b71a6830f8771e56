package org.jianzheng.sampling.phone.photo;

import java.util.List;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Photos on their way and those that have come. A phone sends one in parts, each where the last ended, and asks after a break
 * how far it came; a record may name it once it is whole, has the hash it was announced under, and is a picture.
 */
@Service
public class SitePhotos {

    /** Of one photo: a camera of 12 megapixels writes 3 to 8 MB. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** Of what is sent at once. */
    public static final int LARGEST_PART = 1024 * 1024;

    private static final long MOST_WAITING = 8L * LARGEST;

    private final PartStore parts;
    private final PhotoStore photos;
    private final PhotoIntake intake;
    private final Identity identity;
    private final TransactionTemplate transaction;

    SitePhotos(
            PartStore parts,
            PhotoStore photos,
            PhotoIntake intake,
            Identity identity,
            PlatformTransactionManager transactions) {
        this.parts = parts;
        this.photos = photos;
        this.intake = intake;
        this.identity = identity;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How far the acting person's photo has come. */
    @Transactional(readOnly = true)
    public UploadState state(String sha256) {
        String username = sender().username();
        return find(sha256, username)
                .map(photo -> new UploadState(0, true))
                .orElseGet(() -> new UploadState(parts.offset(username, sha256), false));
    }

    /**
     * Takes the next part. Not in a transaction of the caller's: to look at a photo takes long.
     *
     * @param start where it begins; where that is not where the last ended, nothing is taken and the answer says where
     * @param length of the whole photo, which may be too much before the first byte is kept
     * @throws PhotosBusy where the photo is whole, but too many others are being looked at
     */
    public UploadState add(String sha256, long start, long length, byte[] content) {
        Person sender = sender();
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new RuleBroken("sampling.photo.hash");
        }
        if (length > LARGEST) {
            throw new RuleBroken("sampling.photo.large", LARGEST / 1024 / 1024);
        }
        boolean last = start + content.length == length;
        if (last) {
            intake.requireRoom();
        }
        UploadState before = state(sha256);
        if (before.complete() || start != before.offset()) {
            return before;
        }
        if (content.length == 0 || content.length > LARGEST_PART || start + content.length > length) {
            throw new RuleBroken("sampling.photo.part", LARGEST_PART / 1024);
        }
        if (start == 0) {
            PhotoIntake.type(content);
        }
        if (parts.waiting(sender.username()) + content.length > MOST_WAITING) {
            throw new RuleBroken("sampling.photo.waiting", MOST_WAITING / 1024 / 1024);
        }
        if (last) {
            return intake.finish(sha256, sender.username(), content);
        }
        boolean added = Boolean.TRUE.equals(
                transaction.execute(status -> parts.add(sender.username(), sha256, start, content)));
        return added ? new UploadState(start + content.length, false) : state(sha256);
    }

    /** A photo that this person sent and that is whole. */
    @Transactional(readOnly = true)
    public Optional<SitePhoto> find(String sha256, String username) {
        return photos.find(sha256, username);
    }

    /** Those that records of the case name. The caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<SitePhoto> ofCase(String caseId) {
        return photos.ofCase(caseId);
    }

    /** What is shown of it: the picture alone. The caller has checked who may look. */
    @Transactional(readOnly = true)
    public byte[] shown(SitePhoto photo, boolean small) {
        return photos.shown(photo, small);
    }

    private Person sender() {
        Person person = identity.acting();
        if (!person.has(Role.SAMPLER) && !person.has(Role.WITNESS)) {
            throw new RuleBroken("sampling.phone.role");
        }
        return person;
    }
}
