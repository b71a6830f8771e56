/** The register of nonconformities (clause 9.1.2) and the board above it. */
package org.jianzheng.nonconformity.register;
