package org.jianzheng.qualification;

import java.util.List;

/** Who is testing what; answered by the module that orders tests. */
public interface RunningTests {

    List<RunningTest> all();
}
