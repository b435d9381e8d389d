"""How an edition is referred to elsewhere: in words for people, in files for reference managers."""

from articles.formats.cite.files import FILES, ReferenceFile
from articles.formats.cite.prose import apa, chicago
from articles.formats.cite.reference import Reference, reference_of

__all__ = ["FILES", "Reference", "ReferenceFile", "apa", "chicago", "reference_of"]
