/** Concrete, mortar and concrete cover. */
package org.jianzheng.standards.concrete;
