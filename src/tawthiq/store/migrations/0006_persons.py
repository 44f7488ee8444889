"""Lists of people who were killed, what was found in them, and what was decided."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import tawthiq.values.when
from tawthiq.store.unchanging import OF_PERSONS, refusals


def put_on(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for name, later in OF_PERSONS.items():
        meta = apps.get_model("store", name)._meta
        columns = [field.column for field in meta.concrete_fields]
        for statement in refusals(editor.connection.vendor, meta.db_table, columns, later):
            editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0005_law"),)

    operations = (
        migrations.CreateModel(
            name="ColumnMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by", models.CharField(max_length=200)),
                ("because", models.TextField()),
                ("at", models.DateTimeField()),
                ("source", models.CharField(max_length=200)),
                ("columns", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["source", "-id"], name="mapping_of_source")],
            },
        ),
        migrations.CreateModel(
            name="LinkageRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=200)),
                ("seed", models.PositiveBigIntegerField()),
                ("low", models.FloatField()),
                ("cut", models.FloatField()),
                ("high", models.FloatField()),
                ("candidates", models.PositiveBigIntegerField()),
                ("last_decision", models.PositiveBigIntegerField()),
                ("report", models.TextField()),
                ("records", models.TextField()),
                ("clusters", models.TextField()),
                ("draws", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linkage_runs",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LinkedPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("left", models.PositiveBigIntegerField()),
                ("right", models.PositiveBigIntegerField()),
                ("same", models.FloatField()),
                ("related", models.FloatField()),
                ("rank", models.PositiveBigIntegerField(null=True)),
                ("why", models.TextField(blank=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairs",
                        to="store.linkagerun",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PairDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by", models.CharField(max_length=200)),
                ("because", models.TextField()),
                ("at", models.DateTimeField()),
                ("left", models.PositiveBigIntegerField()),
                ("right", models.PositiveBigIntegerField()),
                ("verdict", models.CharField(blank=True, max_length=12)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pair_decisions",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                (
                    "precision",
                    models.CharField(
                        default=tawthiq.values.when.Precision["UNKNOWN"], max_length=8
                    ),
                ),
                ("number", models.PositiveBigIntegerField()),
                ("name", models.TextField(blank=True)),
                ("sex", models.CharField(blank=True, max_length=10)),
                ("age_low", models.PositiveSmallIntegerField(null=True)),
                ("age_high", models.PositiveSmallIntegerField(null=True)),
                ("age_group", models.CharField(blank=True, max_length=10)),
                ("status", models.CharField(max_length=12)),
                ("roles", models.CharField(blank=True, max_length=60)),
                ("places", models.JSONField()),
                ("place_en", models.TextField(blank=True)),
                ("place_ar", models.TextField(blank=True)),
                ("governorate", models.CharField(blank=True, max_length=60)),
                ("within", models.TextField(blank=True)),
                ("parties", models.JSONField()),
                ("standing", models.CharField(max_length=12)),
                ("disagreements", models.CharField(blank=True, max_length=120)),
                ("records", models.PositiveIntegerField()),
                ("lists", models.PositiveIntegerField()),
                ("sources", models.PositiveIntegerField()),
                ("weakest", models.FloatField(null=True)),
                ("words", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="persons",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record", models.PositiveBigIntegerField()),
                ("person", models.PositiveBigIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="VictimList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="victim_lists",
                        to="store.case",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.document",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                (
                    "precision",
                    models.CharField(
                        default=tawthiq.values.when.Precision["UNKNOWN"], max_length=8
                    ),
                ),
                ("number", models.PositiveBigIntegerField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("key", models.TextField()),
                ("name", models.TextField(blank=True)),
                ("given", models.TextField(blank=True)),
                ("father", models.TextField(blank=True)),
                ("grandfather", models.TextField(blank=True)),
                ("family", models.TextField(blank=True)),
                ("mother", models.TextField(blank=True)),
                ("kunya", models.TextField(blank=True)),
                ("sex", models.CharField(blank=True, max_length=10)),
                ("age_low", models.PositiveSmallIntegerField(null=True)),
                ("age_high", models.PositiveSmallIntegerField(null=True)),
                ("age_group", models.CharField(blank=True, max_length=10)),
                ("born_first", models.DateField(null=True)),
                ("born_last", models.DateField(null=True)),
                ("born_precision", models.CharField(max_length=8)),
                ("status", models.CharField(max_length=12)),
                ("roles", models.CharField(blank=True, max_length=60)),
                ("role_said", models.TextField(blank=True)),
                ("place_said", models.TextField(blank=True)),
                ("subdistrict_said", models.TextField(blank=True)),
                ("governorate_said", models.TextField(blank=True)),
                ("party_said", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("raw", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.importbatch",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.personrecord",
                    ),
                ),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="store.victimlist",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="linkagerun",
            constraint=models.UniqueConstraint(
                fields=("case", "number"), name="linkage_run_has_one_number"
            ),
        ),
        migrations.AddIndex(
            model_name="linkedpair",
            index=models.Index(fields=["run", "rank"], name="pairs_in_review_order"),
        ),
        migrations.AddIndex(
            model_name="linkedpair",
            index=models.Index(fields=["run", "left"], name="pairs_by_left"),
        ),
        migrations.AddIndex(
            model_name="linkedpair",
            index=models.Index(fields=["run", "right"], name="pairs_by_right"),
        ),
        migrations.AddIndex(
            model_name="pairdecision",
            index=models.Index(fields=["case", "left", "right"], name="decisions_on_pair"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["case", "standing", "number"], name="person_list"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                fields=("case", "number"), name="person_has_one_number"
            ),
        ),
        migrations.AddIndex(
            model_name="personmember",
            index=models.Index(fields=["case", "person"], name="members_of_person"),
        ),
        migrations.AddConstraint(
            model_name="personmember",
            constraint=models.UniqueConstraint(
                fields=("case", "record"), name="record_is_of_one_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="victimlist",
            constraint=models.UniqueConstraint(
                fields=("case", "code"), name="victim_list_has_one_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="victimlist",
            constraint=models.UniqueConstraint(
                fields=("case", "document"), name="victim_list_is_kept_once"
            ),
        ),
        migrations.AddIndex(
            model_name="personrecord",
            index=models.Index(
                condition=models.Q(("superseded_by", None)),
                fields=["list", "number"],
                name="standing_person_records",
            ),
        ),
        migrations.AddConstraint(
            model_name="personrecord",
            constraint=models.UniqueConstraint(
                fields=("case", "number", "version"), name="person_record_version"
            ),
        ),
        migrations.RunPython(put_on, migrations.RunPython.noop),
    )
