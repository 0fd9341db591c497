"""Settings come from the environment, are checked before anything starts, and never make a key by themselves."""

import stat
from pathlib import Path

import pytest

from search.errors import Refused, SealBroken
from search.settings import Settings, load_vault, make_key_file
from search.storage.encryption import encode_master_key, new_master_key


def test_nothing_needs_to_be_set() -> None:
    assert Settings.load({"PATH": "/bin"}) == Settings(var=Path("var").absolute())


def test_every_setting_can_be_set() -> None:
    given = {
        "OVILLO_VAR": "elsewhere",
        "OVILLO_DATABASE_URL": "postgresql://localhost/registry",
        "OVILLO_MASTER_KEY": "k",
        "OVILLO_MASTER_KEY_FILE": "key",
        "OVILLO_HOST": "::1",
        "OVILLO_PORT": "9000",
        "OVILLO_WEB_WORKERS": "4",
        "OVILLO_UPLOAD_MEGABYTES": "5",
        "OVILLO_PHOTO_MEGABYTES": "3",
        "OVILLO_PHOTO_STORE_MEGABYTES": "100",
        "OVILLO_DEMONSTRATION": "Yes",
        "OVILLO_DEFAULT_LANGUAGE": "es",
        "OVILLO_AUDIT_HEAD": "head",
        "OVILLO_DRAFTS": "300",
        "OVILLO_DRAFT_MEGABYTES": "3",
        "OVILLO_FILINGS_AN_HOUR": "30",
        "OVILLO_FILINGS_OF_A_NETWORK": "4",
        "OVILLO_SPARE_MEGABYTES": "0",
        "OVILLO_PUBLIC_HOSTS": "find.example, [::1]",
        "OVILLO_PART_FREQUENCIES": "parts.json",
        "OVILLO_PARAMETERS": "weights.json",
        "OVILLO_PARSER_USER": "nobody",
        "OVILLO_I_KNOW_IT_IS_NOT_IN_SERVICE": "yes",
        "OVILLO_NOTICES_EMAIL": "smtps://mail.example.org",
        "OVILLO_NOTICES_EMAIL_PASSWORD": "password",
        "OVILLO_NOTICES_FROM": "office@example.org",
        "OVILLO_NOTICES_SMS": "https://gateway.example.org",
        "OVILLO_NOTICES_SMS_TOKEN": "token",
        "OVILLO_INFORMATION": "pages",
        "OVILLO_LEAVE_TO": "https://news.example/ ER=https://weather.example",
    }
    settings = Settings.load(given)
    assert settings == Settings(
        var=Path("elsewhere").absolute(),
        database_url="postgresql://localhost/registry",
        master_key="k",
        master_key_file=Path("key").absolute(),
        host="::1",
        port=9000,
        web_workers=4,
        upload_megabytes=5,
        photo_megabytes=3,
        photo_store_megabytes=100,
        demonstration=True,
        default_language="es",
        audit_head=Path("head").absolute(),
        notices_email="smtps://mail.example.org",
        notices_email_password=Path("password").absolute(),
        notices_from="office@example.org",
        notices_sms="https://gateway.example.org",
        notices_sms_token=Path("token").absolute(),
        information=Path("pages").absolute(),
        leave_to=(("", "https://news.example/"), ("ER", "https://weather.example")),
        drafts=300,
        draft_megabytes=3,
        filings_an_hour=30,
        filings_of_a_network=4,
        spare_megabytes=0,
        public_hosts=("find.example", "[::1]"),
        part_frequencies=Path("parts.json").absolute(),
        parameters=Path("weights.json").absolute(),
        parser_user="nobody",
        i_know_it_is_not_in_service=True,
    )
    assert len(given) == len(Settings.__dataclass_fields__)
    assert settings.upload_limit == 5 * 1024 * 1024
    assert (settings.photo_limit, settings.photo_store_limit) == (3 * 1024 * 1024, 100 * 1024 * 1024)


@pytest.mark.parametrize(
    "name", ["PORT", "WEB_WORKERS", "UPLOAD_MEGABYTES", "PHOTO_MEGABYTES", "PHOTO_STORE_MEGABYTES", "DEMONSTRATION"]
)
def test_a_setting_that_cannot_be_read_is_named_without_its_value(name: str) -> None:
    with pytest.raises(Refused) as caught:
        Settings.load({f"OVILLO_{name}": "perhaps"})
    assert str(caught.value) == f"setting_unreadable name=OVILLO_{name}"


@pytest.mark.parametrize(
    "pages",
    [
        "http://news.example",
        "news.example",
        "https://",
        "javascript:alert(1)",
        "https://news.example https://weather.example",
        "https://news.example er=https://weather.example",
        "https://news.example ER=http://weather.example",
        "https://news.example ER=https://a.example ER=https://b.example",
        "ER=https://weather.example",
    ],
)
def test_a_page_to_leave_to_is_one_of_https_and_each_country_has_one(pages: str) -> None:
    with pytest.raises(Refused, match="setting_unreadable name=OVILLO_LEAVE_TO"):
        Settings.load({"OVILLO_LEAVE_TO": pages})
    assert Settings.load({"OVILLO_LEAVE_TO": ""}).leave_to == Settings().leave_to


def test_a_misspelt_setting_is_not_passed_over() -> None:
    with pytest.raises(Refused, match="setting_unknown name=OVILLO_PROT"):
        Settings.load({"OVILLO_PROT": "9000"})


def test_the_embedded_database_lies_beneath_var() -> None:
    assert Settings(var=Path("/srv/r")).url == "sqlite:////srv/r/ovillo.sqlite"
    assert Settings(database_url="postgresql://h/d").url == "postgresql://h/d"


def test_without_a_key_nothing_opens(tmp_path: Path) -> None:
    with pytest.raises(SealBroken, match="master_key_absent"):
        load_vault(Settings(var=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_demonstration_makes_its_key_once_and_for_its_owner_only(tmp_path: Path) -> None:
    settings = Settings(var=tmp_path, demonstration=True)
    first = load_vault(settings)
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert load_vault(settings).secret("web") == first.secret("web")


def test_the_key_of_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    named, in_file = encode_master_key(new_master_key()), tmp_path / "key"
    make_key_file(in_file)
    by_name = load_vault(Settings(master_key=named, master_key_file=in_file))
    assert by_name.secret("web") == load_vault(Settings(master_key=named)).secret("web")
    assert by_name.secret("web") != load_vault(Settings(master_key_file=in_file)).secret("web")


def test_a_key_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "key"
    make_key_file(path)
    before = path.read_bytes()
    with pytest.raises(Refused, match="master_key_exists"):
        make_key_file(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["", "short", "!!!", encode_master_key(b"x" * 31), "ключ"])
def test_what_is_no_key_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(SealBroken) as caught:
        load_vault(Settings(master_key=text or "="))
    assert str(caught.value) == "master_key_unreadable"


def test_settings_do_not_tell_the_key() -> None:
    key = encode_master_key(new_master_key())
    assert key not in repr(Settings(master_key=key))
    assert "hunter2" not in repr(Settings(database_url="postgresql://me:hunter2@h/d"))


def test_paths_are_absolute_for_programs_in_other_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    given = {"OVILLO_VAR": "here", "OVILLO_PARAMETERS": "p.json", "OVILLO_DATABASE_URL": "sqlite:///x.db"}
    settings = Settings.load(given)
    paths = settings.paths()
    monkeypatch.chdir("/")
    assert paths == {
        "OVILLO_VAR": str(tmp_path / "here"),
        "OVILLO_PARAMETERS": str(tmp_path / "p.json"),
        "OVILLO_DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}",
    }
    assert Settings.load(paths) == settings


@pytest.mark.parametrize("name", ["PORT", "WEB_WORKERS", "UPLOAD_MEGABYTES"])
@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999"])
def test_a_number_out_of_its_bounds_is_refused(name: str, number: str) -> None:
    with pytest.raises(Refused, match="setting_unreadable"):
        Settings.load({f"OVILLO_{name}": number})
