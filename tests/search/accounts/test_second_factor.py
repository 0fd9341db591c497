"""One-time codes and recovery codes open once each."""

import datetime

import pyotp
import pytest
from sqlalchemy import select

from search.accounts.second_factor import (
    enrolment_address,
    give_recovery_codes,
    new_secret,
    recovery_codes_left,
    renew_secret,
    second_factor_fits,
    step_of,
)
from search.models import Account, RecoveryCode
from tests.search.scene import NOW, Scene

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
STEP = datetime.timedelta(seconds=30)


def test_a_recovery_code_opens_once_and_however_it_is_written(scene: Scene) -> None:
    with scene.database.transaction() as session:
        account = session.get_one(Account, scene.shelter.account_id)
        renew_secret(session, account)
        first, second, *_ = give_recovery_codes(session, account)
        assert second_factor_fits(session, account, first.lower().replace("-", " "), NOW)
        assert not second_factor_fits(session, account, first, NOW)
        assert second_factor_fits(session, account, f" {second} ", NOW)
        assert recovery_codes_left(session, account) == 8


def test_new_recovery_codes_end_the_earlier_ones_and_are_nobody_elses(scene: Scene) -> None:
    with scene.database.transaction() as session:
        mine, other = (session.get_one(Account, one.account_id) for one in (scene.shelter, scene.mortuary))
        for account in (mine, other):
            renew_secret(session, account)
        earlier = give_recovery_codes(session, mine)
        now = give_recovery_codes(session, mine)
        assert len({*earlier, *now}) == 20
        assert not any(second_factor_fits(session, mine, code, NOW) for code in earlier)
        assert not second_factor_fits(session, other, now[0], NOW)
        assert not any(now[0].encode() in kept for kept in session.scalars(select(RecoveryCode.code_digest)))


def test_a_code_of_the_app_opens_once_and_not_after_a_new_secret(scene: Scene) -> None:
    with scene.database.transaction() as session:
        account = session.get_one(Account, scene.shelter.account_id)
        code = pyotp.TOTP(renew_secret(session, account)).at(NOW)
        assert second_factor_fits(session, account, f"{code[:3]} {code[3:]}", NOW)
        assert not second_factor_fits(session, account, code, NOW)
        later = pyotp.TOTP(renew_secret(session, account)).at(NOW + STEP)
        assert not second_factor_fits(session, account, "", NOW + STEP)
        assert second_factor_fits(session, account, later, NOW + STEP)


def test_a_code_counts_in_the_digits_of_any_keyboard(scene: Scene) -> None:
    with scene.database.transaction() as session:
        account = session.get_one(Account, scene.shelter.account_id)
        secret = renew_secret(session, account)
        for number, zero in enumerate("\u0660\u06f0\uff10"):
            moment = NOW + number * STEP
            typed = "".join(chr(ord(zero) + int(digit)) for digit in pyotp.TOTP(secret).at(moment))
            assert second_factor_fits(session, account, typed, moment)
        assert not any(
            second_factor_fits(session, account, typed, NOW) for typed in ("\u00b2\u00e9", "\u0660", "x" * 200)
        )


def test_where_too_many_were_tried_only_a_recovery_code_opens(scene: Scene) -> None:
    with scene.database.transaction() as session:
        account = session.get_one(Account, scene.shelter.account_id)
        code = pyotp.TOTP(renew_secret(session, account)).at(NOW)
        recovery, *_ = give_recovery_codes(session, account)
        assert not second_factor_fits(session, account, code, NOW, app_counts=False)
        assert second_factor_fits(session, account, recovery, NOW, app_counts=False)
        assert second_factor_fits(session, account, code, NOW)


def test_the_address_for_apps_names_the_login_and_us(engine_name: str) -> None:
    assert engine_name
    secret = new_secret()
    address = enrolment_address(secret, "maria")
    assert address.startswith("otpauth://totp/Ovillo:maria?")
    assert secret in address
    assert step_of(secret, pyotp.TOTP(secret).at(NOW), 0, NOW) is not None
