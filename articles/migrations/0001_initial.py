"""The first state of the articles domain, the immutability of editions, and their full-text index."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models
from wagtail.documents import get_document_model_string

from articles.fulltext.schema import CreateFullTextIndex
from sources.immutability import append_only, operation


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("sources", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(get_document_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="ArticleIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("slug", models.SlugField(max_length=150, unique=True, verbose_name="slug")),
                ("role", models.CharField(blank=True, max_length=150, verbose_name="role")),
                ("bio", models.TextField(blank=True, verbose_name="biography")),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="InformationPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One sentence beneath the title; search engines show it too.",
                        verbose_name="summary",
                    ),
                ),
                ("text", wagtail.fields.RichTextField(verbose_name="text")),
            ],
            options={
                "verbose_name": "information page",
                "verbose_name_plural": "information pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Information",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.CharField(max_length=500, unique=True, verbose_name="address")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                ("language", models.CharField(max_length=20, verbose_name="language")),
                ("html", models.TextField(verbose_name="HTML")),
                ("published_at", models.DateTimeField(verbose_name="first published at")),
                ("updated_at", models.DateTimeField(verbose_name="last changed at")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.informationpage",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "information",
                "verbose_name_plural": "information",
                "ordering": ["address"],
            },
        ),
        migrations.CreateModel(
            name="ReviewTaskState",
            fields=[
                (
                    "taskstate_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.taskstate",
                    ),
                ),
                (
                    "content_sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="approved content SHA-256"
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
            },
            bases=("wagtailcore.taskstate",),
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="slug")),
                ("description", models.TextField(blank=True, verbose_name="description")),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="identifier"
                    ),
                ),
                (
                    "standfirst",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences that stand for the whole.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "briefing_date",
                    models.DateField(
                        default=django.utils.timezone.localdate,
                        help_text="Ownership is judged as it was on this day.",
                        verbose_name="briefing date",
                    ),
                ),
                (
                    "language",
                    models.CharField(default="en", max_length=20, verbose_name="language"),
                ),
                (
                    "highlights",
                    wagtail.fields.StreamField(
                        [("highlight", 11)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.TextBlock", (), {"label": "Text", "rows": 2}),
                            1: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.SourceDocument",),
                                {"label": "Source document"},
                            ),
                            2: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "The words as they stand in the document.",
                                    "label": "Quote",
                                    "rows": 2,
                                },
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text before the quote", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text after the quote", "required": False},
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("source", 1), ("exact", 2), ("prefix", 3), ("suffix", 4)]],
                                {},
                            ),
                            6: (
                                "wagtail.blocks.ListBlock",
                                (5,),
                                {
                                    "collapsed": True,
                                    "default": [],
                                    "label": "Citations",
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("citations", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {
                                    "collapsed": True,
                                    "default": [],
                                    "label": "Beneath it",
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("citations", 6), ("children", 8)]],
                                {},
                            ),
                            10: (
                                "wagtail.blocks.ListBlock",
                                (9,),
                                {"default": [], "label": "Beneath it", "required": False},
                            ),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("citations", 6), ("children", 10)]],
                                {},
                            ),
                        },
                        verbose_name="highlights",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("paragraph", 8),
                            ("directives", 23),
                            ("quotation", 28),
                            ("key_figure", 32),
                            ("table", 38),
                            ("image", 42),
                            ("chart", 48),
                            ("document", 51),
                            ("embed", 54),
                            ("callout", 56),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("articles.blocks.body.HeadingBlock", (), {}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                        "superscript",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            2: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.SourceDocument",),
                                {"label": "Source document"},
                            ),
                            3: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "The words as they stand in the document.",
                                    "label": "Quote",
                                    "rows": 2,
                                },
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text before the quote", "required": False},
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text after the quote", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("source", 2), ("exact", 3), ("prefix", 4), ("suffix", 5)]],
                                {},
                            ),
                            7: (
                                "wagtail.blocks.ListBlock",
                                (6,),
                                {
                                    "collapsed": True,
                                    "default": [],
                                    "label": "Citations",
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 1), ("citations", 7)]],
                                {},
                            ),
                            9: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Introduction", "required": False, "rows": 2},
                            ),
                            10: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "What is ordered", "rows": 2},
                            ),
                            11: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.Organisation",),
                                {"label": "Issuer", "required": False},
                            ),
                            12: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.Organisation",),
                                {"required": False},
                            ),
                            13: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "If it is not on record: the name as the source gives it.",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("organisation", 12), ("name", 13)]],
                                {},
                            ),
                            15: (
                                "wagtail.blocks.ListBlock",
                                (14,),
                                {
                                    "collapsed": True,
                                    "default": [],
                                    "label": "Addressees",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Target", "required": False},
                            ),
                            17: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Rationale", "required": False, "rows": 2},
                            ),
                            18: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Deadline", "required": False},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("order", "Order"),
                                        ("guidance", "Guidance"),
                                        ("target", "Target"),
                                    ],
                                    "label": "Force",
                                },
                            ),
                            20: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("announced", "Announced"),
                                        ("under_way", "Under way"),
                                        ("done", "Done"),
                                        ("overdue", "Overdue"),
                                        ("dropped", "Dropped"),
                                    ],
                                    "label": "Status",
                                },
                            ),
                            21: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("text", 10),
                                        ("issuer", 11),
                                        ("addressees", 15),
                                        ("target", 16),
                                        ("rationale", 17),
                                        ("deadline", 18),
                                        ("force", 19),
                                        ("status", 20),
                                        ("citations", 7),
                                    ]
                                ],
                                {},
                            ),
                            22: ("wagtail.blocks.ListBlock", (21,), {"label": "Directives"}),
                            23: (
                                "wagtail.blocks.StructBlock",
                                [[("introduction", 9), ("directives", 22)]],
                                {},
                            ),
                            24: ("wagtail.blocks.TextBlock", (), {"label": "Quotation", "rows": 3}),
                            25: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "In the original language", "required": False, "rows": 3},
                            ),
                            26: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "zh-Hans, de",
                                    "label": "Original language (code)",
                                    "max_length": 20,
                                    "required": False,
                                },
                            ),
                            27: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "required": False},
                            ),
                            28: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("text", 24),
                                        ("original", 25),
                                        ("language", 26),
                                        ("attribution", 27),
                                        ("citations", 7),
                                    ]
                                ],
                                {},
                            ),
                            29: ("wagtail.blocks.CharBlock", (), {"label": "Figure"}),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Unit", "required": False},
                            ),
                            31: ("wagtail.blocks.CharBlock", (), {"label": "What it measures"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [[("value", 29), ("unit", 30), ("label", 31), ("citations", 7)]],
                                {},
                            ),
                            33: ("wagtail.blocks.CharBlock", (), {"label": "Caption"}),
                            34: ("wagtail.blocks.CharBlock", (), {"required": False}),
                            35: ("wagtail.blocks.ListBlock", (34,), {"label": "Cells"}),
                            36: ("wagtail.blocks.StructBlock", [[("cells", 35)]], {}),
                            37: (
                                "wagtail.blocks.ListBlock",
                                (36,),
                                {"label": "Rows, the header first"},
                            ),
                            38: (
                                "wagtail.blocks.StructBlock",
                                [[("caption", 33), ("rows", 37), ("citations", 7)]],
                                {},
                            ),
                            39: ("wagtail.images.blocks.ImageBlock", [], {"label": "Image"}),
                            40: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Credit", "required": False},
                            ),
                            42: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 39), ("caption", 40), ("credit", 41)]],
                                {},
                            ),
                            43: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("bar", "Bars"), ("line", "Line")], "label": "Kind"},
                            ),
                            44: ("wagtail.blocks.CharBlock", (), {"label": "Label"}),
                            45: ("wagtail.blocks.DecimalBlock", (), {"label": "Value"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 44), ("value", 45)]],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (46,), {"label": "Data"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("caption", 33),
                                        ("kind", 43),
                                        ("unit", 30),
                                        ("points", 47),
                                        ("citations", 7),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"label": "Document"},
                            ),
                            50: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title shown", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 49), ("title", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.URLBlock", (), {"label": "Address"}),
                            53: ("wagtail.blocks.CharBlock", (), {"label": "Title"}),
                            54: ("wagtail.blocks.StructBlock", [[("url", 52), ("title", 53)]], {}),
                            55: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "required": False},
                            ),
                            56: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 55), ("text", 1)]],
                                {},
                            ),
                        },
                        verbose_name="body",
                    ),
                ),
                (
                    "analysis",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("paragraph", 8)],
                        blank=True,
                        block_lookup={
                            0: ("articles.blocks.body.HeadingBlock", (), {}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                        "superscript",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            2: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.SourceDocument",),
                                {"label": "Source document"},
                            ),
                            3: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "The words as they stand in the document.",
                                    "label": "Quote",
                                    "rows": 2,
                                },
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text before the quote", "required": False},
                            ),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Text after the quote", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("source", 2), ("exact", 3), ("prefix", 4), ("suffix", 5)]],
                                {},
                            ),
                            7: (
                                "wagtail.blocks.ListBlock",
                                (6,),
                                {
                                    "collapsed": True,
                                    "default": [],
                                    "label": "Citations",
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 1), ("citations", 7)]],
                                {},
                            ),
                        },
                        verbose_name="analysis",
                    ),
                ),
                ("ai_tool", models.CharField(blank=True, max_length=200, verbose_name="AI tool")),
                (
                    "ai_purpose",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what it was used for"
                    ),
                ),
                (
                    "comment_policy",
                    models.CharField(
                        choices=[("open", "Open"), ("closed", "Closed")],
                        default="open",
                        max_length=10,
                        verbose_name="comments",
                    ),
                ),
                (
                    "disclaimer_note",
                    models.TextField(
                        blank=True,
                        help_text="The disclaimer itself is written from the ownership record.",
                        verbose_name="added to the disclaimer",
                    ),
                ),
                (
                    "change_kind",
                    models.CharField(
                        choices=[
                            ("updated", "Update: there is something new"),
                            ("corrected", "Correction: something was wrong"),
                            ("clarified", "Clarification: something was unclear"),
                        ],
                        default="updated",
                        max_length=12,
                        verbose_name="kind of change",
                    ),
                ),
                (
                    "change_note",
                    models.TextField(
                        blank=True,
                        help_text="For the next edition only: what changed, or what was wrong and is now right.",
                        verbose_name="what readers are told",
                    ),
                ),
                (
                    "ai_responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person who answers for it",
                    ),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="articles.topic"
                    ),
                ),
            ],
            options={
                "verbose_name": "briefing",
                "verbose_name_plural": "briefings",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ArticleSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("primary", "primary"),
                            ("supporting", "supporting"),
                            ("contradicting", "contradicting"),
                            ("background", "background"),
                        ],
                        default="primary",
                        max_length=15,
                        verbose_name="role",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="article_sources",
                        to="articles.articlepage",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.sourcedocument",
                        verbose_name="source document",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="article_authors",
                        to="articles.articlepage",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.author",
                        verbose_name="author",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article_uuid", models.UUIDField(verbose_name="article")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("published", "Published"),
                            ("updated", "Updated"),
                            ("corrected", "Corrected"),
                            ("clarified", "Clarified"),
                            ("provenance", "Ownership record changed"),
                            ("moved", "Moved"),
                            ("retracted", "Retracted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("page_id", models.PositiveBigIntegerField(verbose_name="page")),
                ("revision_id", models.PositiveBigIntegerField(null=True, verbose_name="revision")),
                ("issued_at", models.DateTimeField(verbose_name="issued at")),
                (
                    "issued_by_id",
                    models.PositiveBigIntegerField(null=True, verbose_name="issued by (id)"),
                ),
                (
                    "issued_by_name",
                    models.CharField(blank=True, max_length=200, verbose_name="issued by"),
                ),
                ("address", models.CharField(max_length=500, verbose_name="address")),
                ("language", models.CharField(max_length=20, verbose_name="language")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("standfirst", models.TextField(blank=True, verbose_name="standfirst")),
                ("briefing_date", models.DateField(verbose_name="briefing date")),
                ("published_at", models.DateTimeField(verbose_name="first published at")),
                ("content", models.JSONField(verbose_name="content")),
                ("body_html", models.TextField(blank=True, verbose_name="body HTML")),
                ("search_text", models.TextField(blank=True, verbose_name="search text")),
                ("content_sha256", models.CharField(max_length=64, verbose_name="content SHA-256")),
                (
                    "previous_sha256",
                    models.CharField(max_length=64, unique=True, verbose_name="previous SHA-256"),
                ),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["address", "-id"], name="edition_address_idx"),
                    models.Index(fields=["kind", "-id"], name="edition_kind_idx"),
                    models.Index(fields=["revision_id"], name="edition_revision_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article_uuid", "number"), name="edition_number_once_per_article"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EditorialApprovalTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "Editorial approval",
                "verbose_name_plural": "Editorial approvals",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="SourceCheckTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "Source check",
                "verbose_name_plural": "Source checks",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="CurrentEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article_uuid", models.UUIDField(unique=True, verbose_name="article")),
                (
                    "translation_key",
                    models.UUIDField(
                        help_text="The same for a briefing in every language.",
                        verbose_name="translation key",
                    ),
                ),
                (
                    "translations_changed_at",
                    models.DateTimeField(
                        help_text="Empty where there never was a translation.",
                        null=True,
                        verbose_name="translations changed at",
                    ),
                ),
                ("address", models.CharField(max_length=500, unique=True, verbose_name="address")),
                ("briefing_date", models.DateField(verbose_name="briefing date")),
                ("published_at", models.DateTimeField(verbose_name="first published at")),
                ("language", models.CharField(max_length=20, verbose_name="language")),
                (
                    "corroboration",
                    models.CharField(
                        choices=[
                            ("unverified", "unverified"),
                            ("single_source", "single-source"),
                            ("corroborated", "corroborated"),
                            ("disputed", "disputed"),
                        ],
                        max_length=20,
                        verbose_name="corroboration",
                    ),
                ),
                ("summary", models.JSONField(verbose_name="summary")),
                (
                    "comment_count",
                    models.PositiveIntegerField(default=0, verbose_name="approved comments"),
                ),
                (
                    "challenge_count",
                    models.PositiveIntegerField(
                        default=0, verbose_name="challenges that readers see"
                    ),
                ),
                (
                    "organisations",
                    models.ManyToManyField(
                        help_text="Every organisation the article rests on or speaks of, owners included.",
                        related_name="current_editions",
                        to="sources.organisation",
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="current",
                        to="articles.edition",
                    ),
                ),
                (
                    "documents",
                    models.ManyToManyField(
                        help_text="Every source document the edition names.",
                        related_name="current_editions",
                        to="sources.sourcedocument",
                    ),
                ),
                (
                    "files",
                    models.ManyToManyField(
                        help_text="Every file that the edition offers to readers.",
                        related_name="current_editions",
                        to=get_document_model_string(),
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(related_name="current_editions", to="articles.topic"),
                ),
                (
                    "authors",
                    models.ManyToManyField(related_name="current_editions", to="articles.author"),
                ),
            ],
            options={
                "verbose_name": "current edition",
                "verbose_name_plural": "current editions",
                "ordering": ["-published_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Directive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(unique=True, verbose_name="identifier")),
                ("anchor", models.CharField(max_length=20, verbose_name="anchor")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("published_at", models.DateTimeField(verbose_name="briefing first published at")),
                ("text", models.TextField(verbose_name="text")),
                ("target", models.CharField(blank=True, max_length=500, verbose_name="target")),
                ("deadline", models.DateField(null=True, verbose_name="deadline")),
                (
                    "force",
                    models.CharField(
                        choices=[
                            ("order", "Order"),
                            ("guidance", "Guidance"),
                            ("target", "Target"),
                        ],
                        max_length=10,
                        verbose_name="force",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("announced", "Announced"),
                            ("under_way", "Under way"),
                            ("done", "Done"),
                            ("overdue", "Overdue"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "corroboration",
                    models.CharField(
                        choices=[
                            ("unverified", "unverified"),
                            ("single_source", "single-source"),
                            ("corroborated", "corroborated"),
                            ("disputed", "disputed"),
                        ],
                        max_length=20,
                        verbose_name="corroboration",
                    ),
                ),
                (
                    "content",
                    models.JSONField(help_text="As the edition has it.", verbose_name="content"),
                ),
                (
                    "addressees",
                    models.ManyToManyField(
                        related_name="directives_received", to="sources.organisation"
                    ),
                ),
                (
                    "current",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="directives",
                        to="articles.currentedition",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directives_issued",
                        to="sources.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "directive",
                "verbose_name_plural": "directives",
                "ordering": ["-published_at", "position"],
                "indexes": [
                    models.Index(fields=["-published_at", "-id"], name="directive_newest_idx"),
                    models.Index(fields=["deadline"], name="directive_deadline_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("current", "position"), name="directive_position_once_per_edition"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="currentedition",
            index=models.Index(fields=["-published_at", "-id"], name="current_newest_idx"),
        ),
        migrations.AddIndex(
            model_name="currentedition",
            index=models.Index(
                fields=["corroboration", "-published_at", "-id"], name="current_corroboration_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="currentedition",
            index=models.Index(fields=["translation_key"], name="current_translation_idx"),
        ),
        migrations.CreateModel(
            name="EmergencyPublication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "acknowledged_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="acknowledged at"),
                ),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="acknowledged by",
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="emergency",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "emergency publication",
                "verbose_name_plural": "emergency publications",
                "ordering": ["-pk"],
                "permissions": [
                    ("publish_in_emergency", "Can publish without reviews in an emergency")
                ],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="emergency_publication_has_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NetworkSalt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="day")),
                ("salt", models.CharField(max_length=64, verbose_name="salt")),
            ],
            options={
                "verbose_name": "salt of a day",
                "verbose_name_plural": "salts of days",
                "ordering": ["day"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="NoQueueMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="since"),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="no_queue_mail",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "refusal of mail on what waits",
                "verbose_name_plural": "refusals of mail on what waits",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="BlockedPattern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pattern",
                    models.CharField(max_length=200, unique=True, verbose_name="word or pattern"),
                ),
                (
                    "is_expression",
                    models.BooleanField(
                        default=False,
                        help_text="Else whole words, in any case.",
                        verbose_name="is a regular expression",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="why")),
                (
                    "added_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="added at"
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
            ],
            options={
                "verbose_name": "blocked word",
                "verbose_name_plural": "blocked words",
                "ordering": ["pattern"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article_uuid", models.UUIDField(verbose_name="article")),
                (
                    "path",
                    models.CharField(
                        blank=True, max_length=990, verbose_name="place in the thread"
                    ),
                ),
                ("depth", models.PositiveSmallIntegerField(default=1, verbose_name="level")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("is_by_staff", models.BooleanField(default=False, verbose_name="by the newsroom")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "text_sha256",
                    models.CharField(max_length=64, verbose_name="SHA-256 of the folded text"),
                ),
                (
                    "about_kind",
                    models.CharField(
                        blank=True,
                        choices=[("highlight", "Highlight"), ("directive", "Directive")],
                        max_length=10,
                        verbose_name="about",
                    ),
                ),
                ("about_id", models.CharField(blank=True, max_length=40, verbose_name="claim")),
                ("about_text", models.TextField(blank=True, verbose_name="words of the claim")),
                (
                    "network",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="hash of the network address"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "Waiting for the writer to confirm the address"),
                            ("pending", "Waiting for a moderator"),
                            ("held", "Held by a rule"),
                            ("approved", "Approved"),
                            ("rejected", "Rejected"),
                            ("deleted", "Deleted by the writer"),
                        ],
                        default="pending",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="written at"
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="edited at"),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "decision_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spam", "Advertising or spam"),
                            ("abuse", "Insult, threat or hatred"),
                            ("illegal", "Against the law"),
                            ("private", "Private details of somebody"),
                            ("false", "False or misleading"),
                            ("off_topic", "Not about this briefing"),
                            ("repeated", "Said before"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                (
                    "decision_note",
                    models.CharField(blank=True, max_length=250, verbose_name="note"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="articles.comment",
                        verbose_name="reply to",
                    ),
                ),
            ],
            options={
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="why the decision is wrong")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="made at"),
                ),
                ("is_granted", models.BooleanField(null=True, verbose_name="granted")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "comment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appeal",
                        to="articles.comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "appeal",
                "verbose_name_plural": "appeals",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Commenter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "email_key",
                    models.CharField(
                        max_length=64, unique=True, verbose_name="hash of the address"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "language",
                    models.CharField(default="en", max_length=20, verbose_name="language of mail"),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="first seen at"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="address confirmed at"
                    ),
                ),
                (
                    "unsubscribed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="wants no mail since"),
                ),
                (
                    "erased_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="erased at"),
                ),
                (
                    "banned_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="banned at"),
                ),
                (
                    "ban_reason",
                    models.CharField(blank=True, max_length=250, verbose_name="reason of the ban"),
                ),
                (
                    "banned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="banned by",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commenter",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "commenter",
                "verbose_name_plural": "commenters",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="commenter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="articles.commenter",
                verbose_name="written by",
            ),
        ),
        migrations.CreateModel(
            name="Challenge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article_uuid", models.UUIDField(verbose_name="article")),
                ("edition_number", models.PositiveIntegerField(verbose_name="edition")),
                (
                    "claim_kind",
                    models.CharField(
                        choices=[("highlight", "Highlight"), ("directive", "Directive")],
                        max_length=10,
                        verbose_name="kind of claim",
                    ),
                ),
                ("claim_id", models.CharField(max_length=40, verbose_name="claim")),
                ("claim_text", models.TextField(verbose_name="words of the claim")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("figure", "A figure, date or name is wrong"),
                            ("misread", "The source does not say this"),
                            ("outdated", "It is no longer so"),
                            ("contradicted", "Another source says otherwise"),
                            ("dependent", "The sources are not independent"),
                            ("context", "Something important is left out"),
                            ("other", "Another reason"),
                        ],
                        max_length=14,
                        verbose_name="reason",
                    ),
                ),
                ("text", models.TextField(verbose_name="explanation")),
                (
                    "source_url",
                    models.URLField(blank=True, max_length=500, verbose_name="address of a source"),
                ),
                (
                    "network",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="hash of the network address"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "Waiting for the reader to confirm the address"),
                            ("open", "Being looked into"),
                            ("kept", "Kept as it is"),
                            ("corrected", "Corrected"),
                            ("source_added", "Source added"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="made at"),
                ),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "answer",
                    models.TextField(
                        blank=True, help_text="Readers see it.", verbose_name="answer"
                    ),
                ),
                (
                    "answered_edition",
                    models.PositiveIntegerField(null=True, verbose_name="edition that answers it"),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned to",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "commenter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="articles.commenter",
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "challenge",
                "verbose_name_plural": "challenges",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CommentReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("spam", "Advertising or spam"),
                            ("abuse", "Insult, threat or hatred"),
                            ("illegal", "Against the law"),
                            ("private", "Private details of somebody"),
                            ("false", "False or misleading"),
                            ("off_topic", "Not about this briefing"),
                            ("repeated", "Said before"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="explanation")),
                (
                    "network",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="hash of the network address"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="reported at"
                    ),
                ),
                ("is_upheld", models.BooleanField(null=True, verbose_name="upheld")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="decided at"),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="articles.comment",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reports",
                        to="articles.commenter",
                    ),
                ),
            ],
            options={
                "verbose_name": "report of a comment",
                "verbose_name_plural": "reports of comments",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ModerationDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deed",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("held", "Held"),
                            ("approved", "Approved"),
                            ("rejected", "Rejected"),
                            ("edited", "Edited by the writer"),
                            ("deleted", "Deleted by the writer"),
                            ("kept", "Kept after a report"),
                            ("restored", "Restored after an appeal"),
                            ("confirmed", "Rejection confirmed after an appeal"),
                        ],
                        max_length=12,
                        verbose_name="decision",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="decided at"
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=40, verbose_name="rule")),
                (
                    "rule_version",
                    models.PositiveSmallIntegerField(null=True, verbose_name="version of the rule"),
                ),
                ("start", models.PositiveIntegerField(null=True, verbose_name="from character")),
                ("end", models.PositiveIntegerField(null=True, verbose_name="to character")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spam", "Advertising or spam"),
                            ("abuse", "Insult, threat or hatred"),
                            ("illegal", "Against the law"),
                            ("private", "Private details of somebody"),
                            ("false", "False or misleading"),
                            ("off_topic", "Not about this briefing"),
                            ("repeated", "Said before"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="articles.comment",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
            ],
            options={
                "verbose_name": "moderation decision",
                "verbose_name_plural": "moderation decisions",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Thread",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article_uuid", models.UUIDField(unique=True, verbose_name="article")),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("before", "A moderator reads first"),
                            ("after", "Shown at once, read afterwards"),
                        ],
                        max_length=10,
                        verbose_name="moderation",
                    ),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="closed at"),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, max_length=250, verbose_name="why it was closed"),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "thread",
                "verbose_name_plural": "threads",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="commenter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("banned_at__isnull", True),
                    models.Q(("ban_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="commenter_ban_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="commenter",
            constraint=models.CheckConstraint(
                condition=models.Q(("erased_at__isnull", True), ("email", ""), _connector="OR"),
                name="commenter_erased_has_no_address",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["article_uuid", "path"], name="comment_thread_idx"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["status", "created_at"], name="comment_queue_idx"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["article_uuid", "status"], name="comment_count_idx"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["text_sha256"], name="comment_copies_idx"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "deleted"),
                    models.Q(
                        ("decided_at__isnull", True),
                        ("status__in", ["unconfirmed", "pending", "held"]),
                    ),
                    models.Q(
                        ("decided_at__isnull", False), ("status__in", ["approved", "rejected"])
                    ),
                    _connector="OR",
                ),
                name="comment_decided_or_undecided",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "unconfirmed")),
                fields=("article_uuid", "commenter", "text_sha256"),
                name="comment_sent_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["unconfirmed", "deleted"]), _negated=True),
                fields=("article_uuid", "commenter", "text_sha256"),
                name="comment_said_once",
            ),
        ),
        migrations.AddIndex(
            model_name="challenge",
            index=models.Index(fields=["article_uuid", "status"], name="challenge_article_idx"),
        ),
        migrations.AddIndex(
            model_name="challenge",
            index=models.Index(fields=["status", "due_on"], name="challenge_queue_idx"),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("status__in", ["unconfirmed", "open"])),
                    models.Q(
                        models.Q(("status__in", ["unconfirmed", "open"]), _negated=True),
                        ("decided_at__isnull", False),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="challenge_outcome_has_an_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("article_uuid", "claim_id", "commenter"),
                name="challenge_open_once",
            ),
        ),
        migrations.AddIndex(
            model_name="commentreport",
            index=models.Index(fields=["decided_at", "created_at"], name="report_queue_idx"),
        ),
        migrations.AddConstraint(
            model_name="commentreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("network", ""), _negated=True),
                fields=("comment", "network"),
                name="report_once_per_network",
            ),
        ),
        migrations.AddIndex(
            model_name="moderationdecision",
            index=models.Index(fields=["deed", "made_at"], name="decision_deed_idx"),
        ),
        operation(append_only("articles_edition")),
        CreateFullTextIndex(),
    ]
