package org.jianzheng.breach.openwork;

import java.util.List;

/** Who is testing what; answered by the module that orders tests. */
public interface RunningTests {

    List<RunningTest> all();
}
