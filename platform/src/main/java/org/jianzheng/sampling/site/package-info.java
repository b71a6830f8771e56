/** What came from the building site with a record: handed to the custody chain while the record is being completed. */
package org.jianzheng.sampling.site;
