"""What readers wrote, as HTML: `{% load remarks %}`."""

from django import template

from articles.formats import remarks

register = template.Library()

register.filter("remark", remarks.remark_html)
