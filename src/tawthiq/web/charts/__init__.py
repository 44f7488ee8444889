"""Pictures of numbers, drawn on the server as SVG with real text: no script is needed to read.

Every chart takes values and a reader and gives markup. Widths are per cent and heights are
pixels, so that a chart fills its column and its text keeps its size.
"""
