"""Other people's tables and formats, read without believing a cell.

``given`` takes a file by path or as bytes; ``table`` reads CSV and XLSX as rows of text;
``claims_table``, ``period_table`` and ``source_key`` turn rows into claims and sources,
or into refusals with row, column and mend; ``document_text`` reads what is to be checked.
Nothing here stores anything, and a file is never changed.
"""
