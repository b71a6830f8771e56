package org.jianzheng.sampling.phone.photo;

/**
 * What is made of a photo once it is whole.
 *
 * @param type of the photo as it came
 * @param shown the picture alone
 * @param look see {@link PictureLook}
 */
record PhotoCopies(String type, int width, int height, byte[] shown, byte[] thumb, long look, CameraNotes notes) {

    private static final int SHOWN_SIDE = 1600;
    private static final int THUMB_SIDE = 320;

    static PhotoCopies of(String type, Picture picture) {
        return new PhotoCopies(
                type,
                picture.width(),
                picture.height(),
                picture.plain(SHOWN_SIDE),
                picture.plain(THUMB_SIDE),
                picture.look(),
                CameraNotes.of(picture.metadata()));
    }
}
