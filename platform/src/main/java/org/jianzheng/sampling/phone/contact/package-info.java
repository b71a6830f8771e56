/** What proves when a phone was last in contact with the server. */
package org.jianzheng.sampling.phone.contact;
