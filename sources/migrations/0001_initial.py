"""The first state of the sources domain, and the triggers that keep its evidence immutable."""

import uuid

import django.core.validators
import django.db.models.deletion
import modelsearch.index
from django.conf import settings
from django.db import migrations, models

import sources.models.documents
import sources.models.tokens
from sources.immutability import frozen_columns, operation


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("slug", models.SlugField(max_length=200, unique=True, verbose_name="slug")),
                (
                    "native_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in its own language"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("media", "media"),
                            ("company", "company"),
                            ("government", "government"),
                            ("party", "party"),
                            ("exchange", "exchange"),
                            ("research", "research"),
                            ("association", "association"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code of two letters, such as CN.",
                        max_length=2,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}\\Z", "Two capital letters, as in ISO 3166-1."
                            )
                        ],
                        verbose_name="country",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9][0-9]*\\Z", "The letter Q and a number."
                            )
                        ],
                        verbose_name="Wikidata id",
                    ),
                ),
                (
                    "lei",
                    models.CharField(
                        blank=True,
                        help_text="Legal Entity Identifier, ISO 17442.",
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9A-Z]{18}[0-9]{2}\\Z", "Twenty letters and digits."
                            )
                        ],
                        verbose_name="LEI",
                    ),
                ),
                (
                    "reliability",
                    models.CharField(
                        choices=[
                            ("A", "A – completely reliable"),
                            ("B", "B – usually reliable"),
                            ("C", "C – fairly reliable"),
                            ("D", "D – not usually reliable"),
                            ("E", "E – unreliable"),
                            ("F", "F – reliability cannot be judged"),
                        ],
                        default="F",
                        max_length=1,
                        verbose_name="reliability",
                    ),
                ),
                (
                    "reliability_reason",
                    models.TextField(blank=True, verbose_name="reason for the reliability"),
                ),
                (
                    "reliability_on",
                    models.DateField(blank=True, null=True, verbose_name="reliability assessed on"),
                ),
                (
                    "reliability_assessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reliability assessed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["name", "id"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="OrganisationName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "folded",
                    models.CharField(
                        db_index=True, editable=False, max_length=400, verbose_name="folded name"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="sources.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of an organisation",
                "verbose_name_plural": "names of organisations",
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="SourceDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="UUID"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="address")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47, such as en or zh-Hans.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="published on"),
                ),
                ("captured_at", models.DateTimeField(editable=False, verbose_name="captured at")),
                (
                    "captured_way",
                    models.CharField(
                        choices=[
                            ("paste", "pasted by an analyst"),
                            ("upload", "uploaded as a file"),
                            ("address", "fetched from its address"),
                            ("command", "read from a file by command"),
                            ("api", "sent through the API"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="way of capture",
                    ),
                ),
                (
                    "media_type",
                    models.CharField(editable=False, max_length=100, verbose_name="media type"),
                ),
                (
                    "raw",
                    models.FileField(
                        editable=False,
                        max_length=200,
                        storage=sources.models.documents.private_storage,
                        upload_to=sources.models.documents.address_of_bytes,
                        verbose_name="bytes",
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        editable=False, max_length=64, unique=True, verbose_name="SHA-256"
                    ),
                ),
                ("text", models.TextField(editable=False, verbose_name="text")),
                (
                    "repairs",
                    models.JSONField(
                        blank=True, default=list, editable=False, verbose_name="repairs"
                    ),
                ),
                (
                    "removals",
                    models.JSONField(
                        blank=True, default=list, editable=False, verbose_name="removals"
                    ),
                ),
                (
                    "credibility",
                    models.CharField(
                        choices=[
                            ("1", "1 – confirmed by independent sources"),
                            ("2", "2 – probably true"),
                            ("3", "3 – possibly true"),
                            ("4", "4 – doubtful"),
                            ("5", "5 – improbable"),
                            ("6", "6 – truth cannot be judged"),
                        ],
                        default="6",
                        max_length=1,
                        verbose_name="credibility",
                    ),
                ),
                (
                    "credibility_reason",
                    models.TextField(blank=True, verbose_name="reason for the credibility"),
                ),
                (
                    "borne_out_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="The independent document that confirms this one; the grade 1 needs it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bears_out",
                        to="sources.sourcedocument",
                        verbose_name="borne out by",
                    ),
                ),
                (
                    "republication_cluster",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="Documents that republish one another carry the same mark.",
                        max_length=64,
                        verbose_name="republication cluster",
                    ),
                ),
                (
                    "captured_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="captured by",
                    ),
                ),
                (
                    "originators",
                    models.ManyToManyField(
                        blank=True,
                        help_text="From whom the document says that its content comes.",
                        related_name="originated_documents",
                        to="sources.organisation",
                        verbose_name="originators",
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published_documents",
                        to="sources.organisation",
                        verbose_name="publisher",
                    ),
                ),
            ],
            options={
                "verbose_name": "source document",
                "verbose_name_plural": "source documents",
                "ordering": ["-captured_at", "-id"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Ownership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "control",
                    models.CharField(
                        choices=[
                            ("state", "owned by"),
                            ("majority", "majority-owned by"),
                            ("minority", "partly owned by"),
                            ("party_organ", "organ of"),
                            ("subsidiary", "subsidiary of"),
                            ("listed", "listed on an exchange, without a controlling owner"),
                            ("private", "held by private persons"),
                            ("unknown", "owner looked for and not found"),
                        ],
                        max_length=20,
                        verbose_name="control",
                    ),
                ),
                (
                    "share",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        verbose_name="share in per cent",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        blank=True,
                        help_text="Empty: as far back as is known.",
                        null=True,
                        verbose_name="valid from",
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="The first day on which it no longer holds. Empty: it still does.",
                        null=True,
                        verbose_name="valid to",
                    ),
                ),
                (
                    "evidence_note",
                    models.TextField(blank=True, verbose_name="note on the evidence"),
                ),
                (
                    "owned",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owner_statements",
                        to="sources.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty when the statement says that nobody controls the organisation.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holding_statements",
                        to="sources.organisation",
                        verbose_name="owner",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ownership_statements",
                        to="sources.sourcedocument",
                        verbose_name="evidence",
                    ),
                ),
            ],
            options={
                "verbose_name": "ownership",
                "verbose_name_plural": "ownership",
                "ordering": ["owned__name", "valid_from", "id"],
            },
        ),
        migrations.CreateModel(
            name="SourceCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("checked_at", models.DateTimeField(verbose_name="checked at")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("unchanged", "still says what was captured"),
                            ("changed", "says something else now"),
                            ("gone", "is gone"),
                            ("unreachable", "could not be reached"),
                            ("blocked", "may not be read by a program"),
                        ],
                        max_length=12,
                        verbose_name="outcome",
                    ),
                ),
                ("status", models.PositiveSmallIntegerField(null=True, verbose_name="HTTP status")),
                ("etag", models.CharField(blank=True, max_length=200, verbose_name="ETag")),
                (
                    "last_modified",
                    models.CharField(blank=True, max_length=200, verbose_name="Last-Modified"),
                ),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="SHA-256 of what came"
                    ),
                ),
                (
                    "quotes_sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="SHA-256 of the quotes"
                    ),
                ),
                (
                    "lost_quotes",
                    models.JSONField(
                        default=list,
                        help_text="Cited quotes that are no longer there.",
                        verbose_name="lost quotes",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("seen_at", models.DateTimeField(null=True, verbose_name="looked at")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="sources.sourcedocument",
                        verbose_name="source document",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
            ],
            options={
                "verbose_name": "look at an address",
                "verbose_name_plural": "looks at addresses",
                "ordering": ["-checked_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["document", "-checked_at", "-id"], name="source_check_newest_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome__in",
                                ["unchanged", "changed", "gone", "unreachable", "blocked"],
                            )
                        ),
                        name="source_check_outcome_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TokenScope",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scopes",
                    models.JSONField(
                        default=list,
                        validators=[sources.models.tokens.validate_scopes],
                        verbose_name="scopes",
                    ),
                ),
                (
                    "token",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assay_scope",
                        to="wagtailcore.apitoken",
                        verbose_name="token",
                    ),
                ),
            ],
            options={
                "verbose_name": "scopes of a token",
                "verbose_name_plural": "scopes of tokens",
                "ordering": ["token_id"],
            },
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "media",
                            "company",
                            "government",
                            "party",
                            "exchange",
                            "research",
                            "association",
                        ],
                    )
                ),
                name="organisation_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("reliability__in", ["A", "B", "C", "D", "E", "F"])),
                name="organisation_reliability_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisationname",
            constraint=models.UniqueConstraint(
                fields=("organisation", "folded"), name="organisation_has_each_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                name="source_document_sha256_is_a_digest",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("credibility__in", ["1", "2", "3", "4", "5", "6"])),
                name="source_document_credibility_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(("owner", models.F("owned")), _negated=True),
                name="ownership_is_not_of_oneself",
                violation_error_message="An organisation cannot own itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "control__in",
                            ["state", "majority", "minority", "party_organ", "subsidiary"],
                        ),
                        ("owner__isnull", False),
                    ),
                    models.Q(
                        ("control__in", ["listed", "private", "unknown"]),
                        ("owner__isnull", True),
                        ("share__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="ownership_names_an_owner_where_there_is_one",
                violation_error_message="Name an owner exactly where the control has one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("share__isnull", True),
                    models.Q(("share__gte", 0), ("share__lte", 100)),
                    _connector="OR",
                ),
                name="ownership_share_is_a_percentage",
                violation_error_message="A share lies between 0 and 100 per cent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_from__lt", models.F("valid_to")),
                    _connector="OR",
                ),
                name="ownership_ends_after_it_begins",
                violation_error_message="A statement must end after the day it begins.",
            ),
        ),
        operation(
            frozen_columns(
                "sources_sourcedocument",
                (
                    "id",
                    "uuid",
                    "raw",
                    "sha256",
                    "text",
                    "media_type",
                    "captured_at",
                    "captured_way",
                ),
            )
        ),
    ]
