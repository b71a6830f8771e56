/** How entries come into the registries: applied for by a house, approved by the station, each change kept for good. */
package org.jianzheng.qualification.registration;
