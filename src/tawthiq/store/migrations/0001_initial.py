"""The tables as they were first made."""

import django.db.models.deletion
from django.db import migrations, models

import tawthiq.values.when


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Boundary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=60, unique=True)),
                ("geometry", models.JSONField()),
                ("credit", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Case",
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
                ("code", models.SlugField(max_length=60, unique=True)),
                ("title_en", models.TextField()),
                ("title_ar", models.TextField()),
                ("area", models.CharField(blank=True, max_length=60)),
                ("revision", models.PositiveBigIntegerField(default=0)),
                ("state", models.CharField(blank=True, max_length=32)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60, unique=True)),
                ("level", models.CharField(max_length=12)),
                ("name_en", models.TextField()),
                ("name_ar", models.TextField()),
                ("variants", models.JSONField()),
                ("parent", models.CharField(blank=True, max_length=60)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Document",
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
                ("title", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file_name", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=200)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="batches",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Claim",
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
                ("code", models.CharField(max_length=80)),
                ("version", models.PositiveIntegerField(default=1)),
                ("checked", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64)),
                ("place_said", models.TextField(blank=True)),
                ("governorate_said", models.TextField(blank=True)),
                ("subdistrict_said", models.TextField(blank=True)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("weapon_said", models.TextField(blank=True)),
                ("target_said", models.TextField(blank=True)),
                ("facility_said", models.TextField(blank=True)),
                ("party_said", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
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
                        to="store.claim",
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
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.importbatch",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Incident",
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
                ("code", models.CharField(max_length=80)),
                ("day", models.DateField()),
                ("title_en", models.TextField()),
                ("title_ar", models.TextField()),
                ("places", models.JSONField()),
                ("place_en", models.TextField(blank=True)),
                ("place_ar", models.TextField(blank=True)),
                ("governorate", models.CharField(blank=True, max_length=60)),
                ("district", models.CharField(blank=True, max_length=60)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("sites", models.JSONField()),
                ("weapons", models.JSONField()),
                ("parties", models.JSONField()),
                ("within", models.TextField()),
                ("in_sites", models.TextField()),
                ("in_weapons", models.TextField()),
                ("in_parties", models.TextField()),
                ("grade", models.CharField(max_length=12)),
                ("because_en", models.TextField()),
                ("because_ar", models.TextField()),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("killed_low", models.PositiveBigIntegerField(null=True)),
                ("killed_best", models.PositiveBigIntegerField(null=True)),
                ("killed_high", models.PositiveBigIntegerField(null=True)),
                ("children_low", models.PositiveBigIntegerField(null=True)),
                ("children_best", models.PositiveBigIntegerField(null=True)),
                ("children_high", models.PositiveBigIntegerField(null=True)),
                ("women_low", models.PositiveBigIntegerField(null=True)),
                ("women_best", models.PositiveBigIntegerField(null=True)),
                ("women_high", models.PositiveBigIntegerField(null=True)),
                ("injured_low", models.PositiveBigIntegerField(null=True)),
                ("injured_best", models.PositiveBigIntegerField(null=True)),
                ("injured_high", models.PositiveBigIntegerField(null=True)),
                ("claims", models.PositiveIntegerField()),
                ("sources", models.JSONField()),
                ("denied", models.BooleanField()),
                ("words", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=200)),
                ("action", models.CharField(max_length=60)),
                ("what", models.TextField()),
                ("why", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NamedCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.SlugField(max_length=120)),
                ("version", models.PositiveIntegerField()),
                ("title_en", models.TextField()),
                ("title_ar", models.TextField()),
                ("definition", models.TextField(blank=True)),
                ("claim", models.CharField(blank=True, max_length=80)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PeriodClaim",
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
                ("low", models.PositiveBigIntegerField(null=True)),
                ("best", models.PositiveBigIntegerField(null=True)),
                ("high", models.PositiveBigIntegerField(null=True)),
                ("number_words", models.TextField(blank=True)),
                ("rule", models.CharField(blank=True, max_length=40)),
                ("code", models.CharField(max_length=80)),
                ("version", models.PositiveIntegerField(default=1)),
                ("checked", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64)),
                ("figure_said", models.TextField()),
                ("when_said", models.TextField(blank=True)),
                ("area_said", models.TextField(blank=True)),
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.document",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.periodclaim",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200)),
                ("said", models.TextField()),
                ("name_en", models.TextField()),
                ("name_ar", models.TextField()),
                ("kind", models.CharField(max_length=20)),
                ("origin", models.CharField(max_length=200)),
                ("relay", models.TextField(blank=True)),
                ("reliability", models.CharField(max_length=1)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="document",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="store.source",
            ),
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=120)),
                ("language", models.CharField(max_length=2)),
                ("version", models.PositiveIntegerField()),
                ("said_on", models.DateField(null=True)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Toll",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("low", models.PositiveBigIntegerField(null=True)),
                ("best", models.PositiveBigIntegerField(null=True)),
                ("high", models.PositiveBigIntegerField(null=True)),
                ("number_words", models.TextField(blank=True)),
                ("rule", models.CharField(blank=True, max_length=40)),
                ("harm", models.CharField(max_length=12)),
                ("group", models.CharField(max_length=120)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tolls",
                        to="store.claim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GradeDecision",
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
                ("grade", models.CharField(blank=True, max_length=12)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grade_decisions",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "incident"], name="grade_of_incident")],
            },
        ),
        migrations.CreateModel(
            name="Grouping",
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
                ("claim", models.CharField(max_length=80)),
                ("incident", models.CharField(max_length=80)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groupings",
                        to="store.case",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "claim", "incident"], name="grouping_of_claim"),
                    models.Index(fields=["case", "incident", "claim"], name="grouping_of_incident"),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("superseded_by", None)),
                fields=["case", "code", "digest"],
                name="standing_claims",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.UniqueConstraint(
                fields=("case", "code", "version"), name="claim_version"
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=[
                    "case",
                    "-day",
                    "-code",
                    "last",
                    "grade",
                    "within",
                    "in_sites",
                    "in_weapons",
                    "in_parties",
                    "lat",
                    "lon",
                ],
                name="incident_list",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.UniqueConstraint(
                fields=("case", "code"), name="incident_has_one_code"
            ),
        ),
        migrations.AddIndex(
            model_name="journalentry",
            index=models.Index(fields=["case", "-id"], name="journal_of_case"),
        ),
        migrations.AddConstraint(
            model_name="namedcount",
            constraint=models.UniqueConstraint(
                fields=("case", "name", "version"), name="count_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="periodclaim",
            constraint=models.UniqueConstraint(
                fields=("case", "code", "version"), name="period_claim_version"
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["case", "origin"], name="source_by_origin"),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(fields=("case", "key"), name="source_has_one_key"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("case", "digest"), name="document_is_kept_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                fields=("case", "code", "language", "version"), name="statement_version"
            ),
        ),
    )
