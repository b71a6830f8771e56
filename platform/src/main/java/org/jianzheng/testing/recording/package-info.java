/** Taking down what the tester read: who and what may, when, and what is doubted. */
package org.jianzheng.testing.recording;
