/** What can be proven of an issued report: from its signed token, its ledger entries and content that fits their hashes. */
package org.jianzheng.reporting.proof;
