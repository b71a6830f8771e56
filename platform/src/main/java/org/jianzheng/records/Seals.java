package org.jianzheng.records;

import org.springframework.stereotype.Service;

/** Laboratories' seals: the signature that a PDF bears and the red mark that its readers see. */
@Service
public class Seals {

    /**
     * Certifies the PDF with the laboratory's key (PAdES-B, DocMDP: no changes permitted).
     *
     * @param reason why it is sealed, shown by PDF readers
     */
    public byte[] certify(String labCode, byte[] pdf, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Was this PDF sealed here, and is it unchanged since? Reads anything; never throws. */
    public SealCheck check(byte[] pdf) {
        throw new UnsupportedOperationException();
    }

    /** The laboratory's 检测专用章 as a transparent PNG, 42 mm at 600 dpi. */
    public byte[] sealImagePng(String labCode) {
        throw new UnsupportedOperationException();
    }
}
