/** What was seen of a test: photos, and the cameras of the room meanwhile. */
package org.jianzheng.acquisition.scene;
