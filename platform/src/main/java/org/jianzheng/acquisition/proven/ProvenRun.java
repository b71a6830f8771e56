package org.jianzheng.acquisition.proven;

import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunView;

/**
 * A sealed run that is what was sealed, with its curve.
 *
 * @param rate how fast it was loaded, by a straight fit, in the unit of the method: {@code 0.497 MPa/s}; null where the force
 *     never rose
 */
public record ProvenRun(RunView run, Curve curve, String rate) {}
