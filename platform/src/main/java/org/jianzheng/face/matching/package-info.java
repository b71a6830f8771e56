/** How two faces are compared: by models on this machine, by an authority's service, or by nobody but a person. */
package org.jianzheng.face.matching;
