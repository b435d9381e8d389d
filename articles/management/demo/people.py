"""Who works in the demo newsroom, and how they sign in.

Passwords are made once for each installation and kept beside its database, so that a demo that
somebody leaves running has no door that the whole world knows.
"""

import os
import secrets
import string
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group, User

from articles.actions.newsroom import ANALYSTS, EDITORS, MODERATORS
from articles.models import Author

LETTERS = "".join(letter for letter in string.ascii_lowercase if letter not in "ilo")


@dataclass(frozen=True)
class Person:
    """Somebody with an account; without a group, the administrator."""

    username: str
    first_name: str
    last_name: str
    group: str = ""
    role: str = ""

    @property
    def name(self) -> str:
        """As in a byline."""
        return f"{self.first_name} {self.last_name}"


ANA = Person("ana", "Ana", "Berg", ANALYSTS, "Analyst")
EDITH = Person("edith", "Edith", "Lund", EDITORS, "Editor")
EMIL = Person("emil", "Emil", "Strand", EDITORS, "Editor")
MO = Person("mo", "Mo", "Haddad", MODERATORS, "Moderator")
ADMIN = Person("admin", "Ada", "Minde", role="Administrator")
BIOGRAPHY = (
    "Ana Berg has written about nickel and what is made of it since the first mine in Estmark "
    "opened again. Before that she read meters in a smelter. She is invented, like the mines."
)
PEOPLE = (ANA, EDITH, EMIL, MO, ADMIN)


def sign_ins(path: Path) -> dict[str, str]:
    """The password of each username, as the file has them; made and written where there is none."""
    if path.exists():
        return dict(line.split() for line in path.read_text().splitlines())
    passwords = {person.username: new_password() for person in PEOPLE}
    lines = "".join(f"{name} {password}\n" for name, password in passwords.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(lines)
    return passwords


def new_password() -> str:
    """Twelve letters in groups of four, easy to copy by hand."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def make_people(passwords: dict[str, str]) -> None:
    """An account for everyone; without an e-mail address, so that the demo sends no mail."""
    for person in PEOPLE:
        user = User(
            username=person.username,
            first_name=person.first_name,
            last_name=person.last_name,
            is_staff=not person.group,
            is_superuser=not person.group,
        )
        user.set_password(passwords[person.username])
        user.save()
        if person.group:
            user.groups.add(Group.objects.get(name=person.group))
    Author.objects.create(name=ANA.name, slug="ana-berg", role=ANA.role, bio=BIOGRAPHY)


def account(person: Person) -> User:
    """The account of a person."""
    return User.objects.get(username=person.username)
