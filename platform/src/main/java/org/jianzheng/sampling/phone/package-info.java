/**
 * The phone on the building site (5.2.1, 7.1.2): whose it is, what it signs and sends, photos, and records that come late
 * because there was no network.
 */
package org.jianzheng.sampling.phone;
