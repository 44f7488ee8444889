"""Where files of strangers are read: a process that can do nothing but read one file and answer.

A picture or a film can be made so that the program that decodes it does what the maker wants. So
every reader runs in a child process with a closed environment, without network, without the right
to write files or to start programs, within limits of memory, time and output; how much of this
each system enforces is said by ``confinement.holds``. What the child answers is a claim of a
process that may have been taken over: it is checked for its form and believed in nothing else.

A reader that fails, hangs or dies gives ``NotRead``, a value; it never stops a file from being
kept.
"""
