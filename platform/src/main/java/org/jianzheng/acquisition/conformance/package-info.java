/** 接入检验: a machine's software is tried on the whole wire contract, and what it keeps of it is on record (6.2.5). */
package org.jianzheng.acquisition.conformance;
