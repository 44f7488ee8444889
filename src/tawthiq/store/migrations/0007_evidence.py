"""Evidence, consent and witnesses: what is kept stays; what tells of people can be erased."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tawthiq.store.unchanging import ERASABLE, OF_EVIDENCE, erasure_refusals, refusals


def put_on(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    vendor = editor.connection.vendor
    for name in (*OF_EVIDENCE, *ERASABLE):
        meta = apps.get_model("store", name)._meta
        columns = [field.column for field in meta.concrete_fields]
        if name in ERASABLE:
            statements = erasure_refusals(vendor, meta.db_table, columns)
        else:
            statements = refusals(vendor, meta.db_table, columns, ())
        for statement in statements:
            editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = (("store", "0006_persons"),)

    operations = (
        migrations.CreateModel(
            name="Authority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.CharField(max_length=400)),
                ("roots", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="WitnessedCheckpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                ("note", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ConsentEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_withdrawal", models.BooleanField()),
                ("person", models.CharField(db_index=True, max_length=20)),
                ("purpose", models.CharField(blank=True, max_length=20)),
                ("recipient", models.CharField(blank=True, max_length=200)),
                ("given", models.DateTimeField()),
                ("until", models.DateField(null=True)),
                ("taken_by", models.CharField(max_length=200)),
                ("record", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
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
            name="ConsentPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True)),
                ("name", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
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
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.CharField(max_length=60)),
                ("row", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("table", "row"), name="row_is_erased_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60, unique=True)),
                ("came", models.CharField(max_length=12)),
                ("entry", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="store.case",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="made_from_it",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EvidenceDerivation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=1)),
                ("number", models.PositiveIntegerField()),
                ("tool", models.TextField()),
                ("parameters", models.TextField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("reviewed_by", models.TextField(blank=True)),
                ("pages", models.PositiveIntegerField()),
                ("salt", models.CharField(max_length=64)),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivation",
                        to="store.evidenceitem",
                    ),
                ),
                (
                    "root",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivatives",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EvidenceContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("sha512", models.CharField(max_length=128)),
                ("size", models.PositiveBigIntegerField()),
                ("salt", models.CharField(max_length=64)),
                ("name", models.TextField()),
                ("name_raw", models.TextField(blank=True)),
                ("encoding", models.CharField(blank=True, max_length=20)),
                ("media_type", models.CharField(max_length=120)),
                ("said_by_name", models.CharField(blank=True, max_length=120)),
                ("source", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("changed_said", models.CharField(blank=True, max_length=40)),
                (
                    "inside",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unpacked",
                        to="store.evidenceitem",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="content",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CustodyStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("time", models.DateTimeField()),
                ("holder", models.TextField()),
                ("to", models.TextField(blank=True)),
                ("by", models.TextField()),
                ("previous", models.CharField(max_length=64)),
                ("note", models.TextField(blank=True)),
                ("entry", models.PositiveBigIntegerField()),
                ("salt", models.CharField(max_length=64)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EvidenceLikeness",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hash", models.CharField(max_length=64)),
                ("quality", models.PositiveSmallIntegerField()),
                ("scaler", models.CharField(max_length=40)),
                ("seconds", models.FloatField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="likenesses",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EvidenceLink",
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
                ("what", models.CharField(max_length=10)),
                ("code", models.CharField(max_length=80)),
                ("is_taken_back", models.BooleanField(default=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EvidenceSight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("tool", models.CharField(max_length=80)),
                ("said", models.TextField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sights",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.PositiveIntegerField()),
                ("to", models.TextField()),
                ("receipt", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PackageMade",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=140)),
                ("for_whom", models.TextField(blank=True)),
                ("recipients", models.TextField()),
                ("items", models.TextField()),
                ("sealed", models.CharField(max_length=64)),
                ("entry", models.PositiveBigIntegerField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packages",
                        to="store.case",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PackageNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("prefix", models.CharField(max_length=12)),
                ("number", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonsSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("persons", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="persons_seen",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("persons", models.TextField()),
                ("purpose", models.CharField(max_length=20)),
                ("recipient", models.CharField(blank=True, max_length=200)),
                ("where", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="store.evidenceitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StampAsked",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("note", models.TextField()),
                ("since", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="store.authority",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StampReply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reply", models.TextField(blank=True)),
                ("nonce", models.CharField(blank=True, max_length=40)),
                ("time", models.DateTimeField(null=True)),
                ("reason_en", models.TextField(blank=True)),
                ("reason_ar", models.TextField(blank=True)),
                ("may_be_asked_again", models.BooleanField()),
                ("at", models.DateTimeField()),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="store.stampasked",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WitnessKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("key", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key",), name="witness_key_is_kept_once")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="evidenceitem",
            index=models.Index(fields=["case", "-id"], name="evidence_of_case"),
        ),
        migrations.AddConstraint(
            model_name="evidencederivation",
            constraint=models.UniqueConstraint(
                fields=("root", "kind", "number"), name="derivative_number_is_given_once"
            ),
        ),
        migrations.AddIndex(
            model_name="evidencecontent",
            index=models.Index(fields=["sha256"], name="evidence_by_digest"),
        ),
        migrations.AddConstraint(
            model_name="custodystep",
            constraint=models.UniqueConstraint(
                fields=("item", "number"), name="custody_step_is_taken_once"
            ),
        ),
        migrations.AddIndex(
            model_name="evidencelink",
            index=models.Index(fields=["what", "code", "item"], name="evidence_of_something"),
        ),
        migrations.AddConstraint(
            model_name="packagenumber",
            constraint=models.UniqueConstraint(
                fields=("prefix", "number"), name="package_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="packagenumber",
            constraint=models.UniqueConstraint(
                fields=("prefix", "item"), name="package_number_of_item"
            ),
        ),
        migrations.AddConstraint(
            model_name="stampasked",
            constraint=models.UniqueConstraint(
                fields=("authority", "sha256"), name="stamp_is_asked_for_once"
            ),
        ),
        migrations.RunPython(put_on, migrations.RunPython.noop),
    )
