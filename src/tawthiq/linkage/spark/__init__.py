"""The same linkage by Spark through Splink, for lists that outgrow the machine.

``exporting`` brings what is compared, the blocking rules and the learned weights into the
form of Splink 5; ``running`` has them run and says how far both engines agree. Splink knows
no relatives and hears no negative evidence: its clusters are connected components.
"""
