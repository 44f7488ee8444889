"""The log in which actions are sealed; the database refuses to change what it holds."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tawthiq.store.unchanging import OF_THE_LOG, refusals


def put_on(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for name in OF_THE_LOG:
        meta = apps.get_model("store", name)._meta
        columns = [field.column for field in meta.concrete_fields]
        for statement in refusals(editor.connection.vendor, meta.db_table, columns, ()):
            editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0003_words"),)

    operations = (
        migrations.CreateModel(
            name="ActorSalt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("salt", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="KeptCheckpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("origin", models.TextField()),
                ("size", models.PositiveBigIntegerField()),
                ("note", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveBigIntegerField(unique=True)),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="LedgerHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("size", models.PositiveBigIntegerField(unique=True)),
                ("root", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="LedgerHash",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("level", models.PositiveSmallIntegerField()),
                ("place", models.PositiveBigIntegerField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("level", "place"), name="ledger_hash_has_one_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("entry", models.PositiveBigIntegerField()),
                ("table", models.CharField(max_length=60)),
                ("gone", models.BooleanField()),
                ("part", models.PositiveIntegerField()),
                ("rows", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table", "gone", "entry", "part"), name="sealed_part_is_kept_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedSalts",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("entry", models.PositiveBigIntegerField()),
                ("table", models.CharField(max_length=60)),
                ("part", models.PositiveIntegerField()),
                ("salts", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table", "entry", "part"), name="salts_of_a_part_are_kept_once"
                    )
                ],
            },
        ),
        migrations.RunPython(put_on, migrations.RunPython.noop),
    )
