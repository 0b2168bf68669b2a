"""Every setting in one frozen object; the only reader of the environment (`FOGLINE_...`)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from fogline.errors import StopRun


def _default_data() -> Path:
    return Path.home() / ".local" / "share" / "fogline"


def _default_ledger() -> Path:
    return _default_data() / "ledger.sqlite"


def _default_places() -> Path:
    return _default_data() / "places.sqlite"


class Settings(BaseSettings):
    """How this run behaves; sizes in bytes, times in seconds.

    `data` is the folder of what the user imported: actors and the like.
    """

    model_config = SettingsConfigDict(env_prefix="FOGLINE_", frozen=True, extra="ignore")

    ledger: Path = Field(default_factory=_default_ledger)
    places: Path = Field(default_factory=_default_places)
    data: Path = Field(default_factory=_default_data)
    allow_private: bool = False
    fetch_seconds: float = 20.0
    fetch_bytes: int = 20_000_000
    fetch_ports: tuple[int, ...] = (80, 443, 8080, 8443)
    fetchers: int = 8
    host_seconds: float = 2.0
    first_look: bool = False
    page_seconds: float = 30.0
    page_memory: int = 2_000_000_000
    text_characters: int = 5_000_000
    threads: int | None = None
    workers: int = 1
    desk_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    user_agent: str = "Fogline/0.1 (conflict reporting reader)"


def from_environment() -> Settings:
    """Return the settings that the environment gives over the defaults.

    Raises StopRun naming the variable whose value cannot be used.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = (f"FOGLINE_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise StopRun("; ".join(wrong) + " (mend the variable or unset it)") from None
