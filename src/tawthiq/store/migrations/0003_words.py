"""The words of incidents can be searched; triggers keep the index in step with the rows."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_OLD = "INSERT INTO store_incident_words(store_incident_words, rowid, words)"
_REMOVE = f"{_OLD} VALUES ('delete', OLD.id, OLD.words);"
_ADD = "INSERT INTO store_incident_words(rowid, words) VALUES (NEW.id, NEW.words);"

# The index keeps no copy of the words: it reads them from the table of incidents.
SQLITE = (
    "CREATE VIRTUAL TABLE store_incident_words USING fts5("
    "words, content='store_incident', content_rowid='id', detail='none', tokenize='unicode61')",
    f"CREATE TRIGGER store_incident_words_add AFTER INSERT ON store_incident BEGIN {_ADD} END",
    f"CREATE TRIGGER store_incident_words_remove AFTER DELETE ON store_incident "
    f"BEGIN {_REMOVE} END",
    f"CREATE TRIGGER store_incident_words_change AFTER UPDATE OF words ON store_incident "
    f"BEGIN {_REMOVE} {_ADD} END",
)
# Stored, since an index on the expression alone works the words out again for every row.
POSTGRESQL = (
    "ALTER TABLE store_incident ADD COLUMN found_by tsvector "
    "GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX store_incident_found_by ON store_incident USING gin (found_by)",
)


def make(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0002_what_is_recorded_stays"),)
    operations = (migrations.RunPython(make, migrations.RunPython.noop),)
