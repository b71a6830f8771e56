/** Sand, pebbles and crushed stone. */
package org.jianzheng.standards.aggregate;
