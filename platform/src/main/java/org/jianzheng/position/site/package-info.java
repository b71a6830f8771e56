/** The ground of a project: its outline, and distances on it. */
package org.jianzheng.position.site;
