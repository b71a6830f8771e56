/** What lasts as long as a transaction of the database. */
package org.jianzheng.records.transaction;
