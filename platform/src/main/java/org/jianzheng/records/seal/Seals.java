package org.jianzheng.records.seal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Service;

/** Laboratories' seals: the signature that a PDF bears and the red mark that its readers see. */
@Service
public class Seals {

    private final SealKeys keys;
    private final PdfCertifier certifier;
    private final SealReader reader;
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    Seals(SealKeys keys, PdfCertifier certifier) {
        this.keys = keys;
        this.certifier = certifier;
        this.reader = new SealReader(keys::holds);
    }

    /**
     * Certifies the PDF with the laboratory's key (PAdES-B, DocMDP: no changes permitted).
     *
     * @param reason why it is sealed, shown by PDF readers
     * @throws RuleBroken where the laboratory has no key
     */
    public byte[] certify(String labCode, byte[] pdf, String reason) {
        return certifier.certify(keyOf(labCode), pdf, reason);
    }

    /** Was this PDF sealed here, and is it unchanged since? Reads anything; never throws. */
    public SealCheck check(byte[] pdf) {
        return reader.read(pdf)
                .map(read -> new SealCheck(
                        finding(read),
                        read.intact() ? keys.labOf(read.certificate()).orElse(null) : null,
                        read.signer(),
                        read.at(),
                        read.reason()))
                .orElse(new SealCheck(SealCheck.Finding.NOT_SEALED, null, null, null, null));
    }

    private static SealCheck.Finding finding(SealReader.Reading read) {
        if (read.stranger()) {
            return SealCheck.Finding.UNKNOWN_SIGNER;
        }
        return read.intact() ? SealCheck.Finding.INTACT : SealCheck.Finding.CHANGED;
    }

    /** The laboratory's 检测专用章 as a transparent PNG, 42 mm across at 20 pixels a millimetre. */
    public byte[] sealImagePng(String labCode) {
        return drawn.computeIfAbsent(
                        labCode, code -> SealDrawing.png(keyOf(code).organisation()))
                .clone();
    }

    private SealKey keyOf(String labCode) {
        return keys.of(labCode).orElseThrow(() -> new RuleBroken("records.seal.noKey", labCode));
    }
}
