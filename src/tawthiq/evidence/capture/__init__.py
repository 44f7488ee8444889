"""What the tools of the field hand over: recognised, and verified as far as that can be done here.

A tool writes down where and when it saw something, and hashes or signs its own words. None of that
becomes true by being signed. So everything that a tool or a device says is kept as its claim; each
check says that it holds, does not hold, or could not be found out; and what nothing here proves
is said beside it. The files are kept whole whatever a reader makes of them.
"""
