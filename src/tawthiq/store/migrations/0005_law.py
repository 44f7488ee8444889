"""What people say for the law; the database refuses to change what was recorded."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tawthiq.store.unchanging import OF_THE_LAW, refusals


def put_on(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for name in OF_THE_LAW:
        meta = apps.get_model("store", name)._meta
        columns = [field.column for field in meta.concrete_fields]
        for statement in refusals(editor.connection.vendor, meta.db_table, columns, ()):
            editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0004_ledger"),)

    operations = (
        migrations.CreateModel(
            name="LawRow",
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
                ("row", models.CharField(max_length=80)),
                ("corrected", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("is_signed", models.BooleanField()),
                ("signed_by", models.TextField(blank=True)),
                ("signed_on", models.DateField(null=True)),
                ("source", models.TextField()),
                ("pack", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["row"], name="decisions_on_law_row")],
            },
        ),
        migrations.CreateModel(
            name="AreaAgreement",
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
                ("code", models.SlugField(max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("name_en", models.TextField()),
                ("name_ar", models.TextField()),
                ("parties", models.JSONField()),
                ("areas", models.JSONField()),
                ("partly", models.JSONField()),
                ("first", models.DateField()),
                ("last", models.DateField(null=True)),
                ("source", models.TextField()),
                ("note_en", models.TextField(blank=True)),
                ("note_ar", models.TextField(blank=True)),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "code"], name="agreement_by_code")],
            },
        ),
        migrations.CreateModel(
            name="Ascription",
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
                ("incident", models.CharField(max_length=80)),
                ("territory", models.CharField(blank=True, max_length=60)),
                ("party", models.CharField(blank=True, max_length=120)),
                ("party_type", models.CharField(max_length=16)),
                ("opposing", models.CharField(blank=True, max_length=120)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "incident"], name="ascription_of_incident")
                ],
            },
        ),
        migrations.CreateModel(
            name="ConflictClassification",
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
                ("code", models.SlugField(max_length=80)),
                ("conflict", models.CharField(max_length=12)),
                ("pair", models.JSONField()),
                ("area", models.TextField(blank=True)),
                ("first", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                ("signed_by", models.TextField(blank=True)),
                ("sources", models.JSONField()),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "code"], name="classification_by_code")],
            },
        ),
        migrations.CreateModel(
            name="EvidencePiece",
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
                ("incident", models.CharField(blank=True, max_length=80)),
                ("code", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("words", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("reliability", models.CharField(blank=True, max_length=1)),
                ("credibility", models.PositiveSmallIntegerField(default=0)),
                ("group", models.CharField(blank=True, max_length=80)),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "incident", "code"], name="evidence_of_incident")
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentFact",
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
                ("incident", models.CharField(blank=True, max_length=80)),
                ("pattern", models.CharField(blank=True, max_length=80)),
                ("key", models.CharField(max_length=80)),
                ("outcome", models.CharField(max_length=12)),
                ("value", models.TextField()),
                ("evidence", models.JSONField()),
                ("against", models.JSONField()),
                ("is_contested", models.BooleanField(default=False)),
                ("method", models.CharField(max_length=16)),
                ("was_suggested", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "incident", "key"], name="fact_of_incident"),
                    models.Index(fields=["case", "pattern", "key"], name="fact_of_pattern"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentPattern",
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
                ("code", models.SlugField(max_length=80)),
                ("title_en", models.TextField()),
                ("title_ar", models.TextField()),
                ("incidents", models.JSONField()),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "code"], name="pattern_by_code")],
            },
        ),
        migrations.RunPython(put_on, migrations.RunPython.noop),
    )
