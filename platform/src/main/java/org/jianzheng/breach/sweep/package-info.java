/** Goes over all open work, every night and whenever the station wants: what was qualified when it began may not be any more. */
package org.jianzheng.breach.sweep;
