/** Readings of temperature and humidity sensors, which come over the same line as the forces. */
@NamedInterface("sensor")
package org.jianzheng.acquisition.sensor;

import org.springframework.modulith.NamedInterface;
