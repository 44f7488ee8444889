"""Each person once: which rows of several lists speak of the same person, and how sure that is.

Start at ``linking.link``: a ``table.Table`` of rows as they were read goes in; pairs with
probabilities, clusters of rows and the reasons for each come out. What people decided
about pairs goes in as ``labels.Labels``; ``measures`` holds a result against a truth.
"""
