"""The database refuses to change or remove what was recorded."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tawthiq.store.unchanging import CHANGEABLE, refusals


def put_on(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for name, later in CHANGEABLE.items():
        meta = apps.get_model("store", name)._meta
        columns = [field.column for field in meta.concrete_fields]
        for statement in refusals(editor.connection.vendor, meta.db_table, columns, later):
            editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0001_initial"),)
    operations = (migrations.RunPython(put_on, migrations.RunPython.noop),)
