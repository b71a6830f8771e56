package org.jianzheng.sampling.phone.photo;

/**
 * How far a photo has come.
 *
 * @param offset where the next part begins
 * @param complete whether it is whole and was found to be a picture
 */
public record UploadState(long offset, boolean complete) {}
