/** Reads the folders of the catalogue, from the class path and from where the operator put further ones. */
package org.jianzheng.standards.folder;
