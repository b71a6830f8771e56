/** The signed token in the QR code of a report. */
@NamedInterface("token")
package org.jianzheng.records.token;

import org.springframework.modulith.NamedInterface;
