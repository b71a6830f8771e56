/** Registries as Excel workbooks: out for whoever may see them, in as one application of many lines. */
package org.jianzheng.registration.excel;
