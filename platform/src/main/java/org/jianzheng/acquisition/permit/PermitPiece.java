package org.jianzheng.acquisition.permit;

/**
 * One test that a permit allows: its run is called after the permit and this number.
 *
 * @param number in the permit, from 1
 * @param position of the specimen in its sample, from 1
 */
public record PermitPiece(int number, String caseId, String sampleNo, int position, String mark, String method) {}
