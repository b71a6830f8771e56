/** What stands in the registries already, as entries: to compare with, to list, to write. */
package org.jianzheng.registration.rows;
