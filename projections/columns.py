"""What the columns of read models are made of, on SQLite and on PostgreSQL alike."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
)

METADATA = MetaData()

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNIT = timedelta(microseconds=1)

Text = String().with_variant(String(collation="C"), "postgresql")
"""Text in the order of its characters, whatever the locale of the database."""

Count = BigInteger().with_variant(Integer, "sqlite")
"""A number that grows with the journal."""


class Instant(TypeDecorator[datetime]):
    """A moment, kept as microseconds since 1970: a third of the time and room of its text."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Write the moment."""
        return None if value is None else instant(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Read it back, in UTC."""
        return None if value is None else _EPOCH + value * _UNIT


class Digest(TypeDecorator[str]):
    """A hash, kept as its bytes and read as hex text."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Write the bytes."""
        return None if value is None else bytes.fromhex(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Read them back."""
        return None if value is None else bytes(value).hex()


def instant(moment: datetime) -> int:
    """Write a moment as it stands in a row."""
    return (moment - _EPOCH) // _UNIT
