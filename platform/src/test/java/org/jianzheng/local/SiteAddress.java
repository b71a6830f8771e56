package org.jianzheng.local;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.file.Path;
import org.jianzheng.kernel.QrModules;

/**
 * Where phones come to: HTTPS, without which a browser gives neither camera nor position. {@code JIANZHENG_HOST} is the name
 * or address of this machine in the network of the phones; without it only this machine itself gets there.
 */
record SiteAddress(String host, int port) {

    private static final int QUIET = 2;

    static SiteAddress of(int port) {
        String host = System.getenv("JIANZHENG_HOST");
        if (host != null && !host.matches("[A-Za-z0-9.-]+")) {
            throw new CannotStart("环境变量 JIANZHENG_HOST=%s 不是主机名或 IPv4 地址", host);
        }
        return new SiteAddress(host == null ? "localhost" : host, port);
    }

    String url() {
        return "https://" + host + ":" + port;
    }

    void print(Path keys) {
        Say.plain("  手机端      %s/m/（演示根证书 %s，须先装入手机；其他机器访问须以 JIANZHENG_HOST=本机地址 启动）%n%n%s"
                .formatted(url(), keys.resolve("site-" + host + "-ca.pem"), code(url() + "/m/")));
    }

    // Two rows of squares a line, dark on light whatever the terminal's colours are.
    private static String code(String text) {
        BitMatrix squares = QrModules.of(text, ErrorCorrectionLevel.M, QUIET);
        StringBuilder lines = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y += 2) {
            lines.append("  \u001b[30;47m");
            for (int x = 0; x < squares.getWidth(); x++) {
                boolean upper = squares.get(x, y);
                boolean lower = y + 1 < squares.getHeight() && squares.get(x, y + 1);
                lines.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            lines.append("\u001b[0m%n".formatted());
        }
        return lines.toString();
    }
}
