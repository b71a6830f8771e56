/** Where people want to be told at once, and what is on its way there. */
package org.jianzheng.notice.delivery;
