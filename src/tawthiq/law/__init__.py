"""Law as data: which norms apply to an incident, what is unproved so far, where it can go.

The pack in ``data/`` is the source: norms, who is bound since when, crimes and elements,
rules with examples. The engine reads facts against it and never speaks a verdict: an
element is supported, contradicted or unknown, and never more than reasonable grounds.

Start at ``desk``: show a norm, ask what applies, qualify an incident, run worked cases.
"""
