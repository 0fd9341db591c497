"""A sealed value opens in its own place with its own key, and nowhere else."""

import pytest

from search.errors import SealBroken
from search.storage.encryption import (
    KEY_BYTES,
    Vault,
    WrappedKey,
    decode_master_key,
    encode_master_key,
    new_master_key,
    seal,
    unseal,
)

PLACE = "sections.sealed.7.description.1"
WORDS = "ተስፋለም — a scar like a moon".encode()
KEY = bytes(range(KEY_BYTES))


def test_what_was_sealed_opens_in_its_place() -> None:
    assert unseal(KEY, seal(KEY, WORDS, PLACE), PLACE) == WORDS


def test_the_same_words_never_give_the_same_ciphertext() -> None:
    assert len({seal(KEY, WORDS, PLACE) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "elsewhere",
    [
        "sections.sealed.8.description.1",
        "sections.sealed.7.identifiers.1",
        "sections.sealed.7.description.2",
        "drafts.sealed.7",
        "",
    ],
)
def test_a_ciphertext_moved_to_another_row_section_revision_or_table_does_not_open(elsewhere: str) -> None:
    with pytest.raises(SealBroken, match="seal_broken"):
        unseal(KEY, seal(KEY, WORDS, PLACE), elsewhere)


def test_a_single_altered_bit_anywhere_keeps_it_shut() -> None:
    sealed = seal(KEY, WORDS, PLACE)
    for position in range(len(sealed)):
        for bit in range(8):
            altered = bytearray(sealed)
            altered[position] ^= 1 << bit
            with pytest.raises(SealBroken):
                unseal(KEY, bytes(altered), PLACE)


def test_a_ciphertext_cut_short_or_made_longer_keeps_shut() -> None:
    sealed = seal(KEY, WORDS, PLACE)
    for changed in [*(sealed[:length] for length in range(len(sealed))), sealed + b"\0"]:
        with pytest.raises(SealBroken):
            unseal(KEY, changed, PLACE)


def test_a_ciphertext_in_place_of_another_of_the_same_place_needs_the_same_key() -> None:
    vault = Vault.from_master_key(new_master_key())
    mine, _ = vault.new_record_key("7")
    other, _ = vault.new_record_key("8")
    with pytest.raises(SealBroken):
        unseal(mine, seal(other, WORDS, PLACE), PLACE)


def test_a_record_key_is_bound_to_its_record() -> None:
    vault = Vault.from_master_key(new_master_key())
    key, wrapped = vault.new_record_key("7")
    assert vault.unwrap(wrapped, "7") == key
    with pytest.raises(SealBroken):
        vault.unwrap(wrapped, "8")


def test_a_record_key_opens_with_the_master_key_that_wrapped_it_only() -> None:
    _, wrapped = Vault.from_master_key(new_master_key()).new_record_key("7")
    with pytest.raises(SealBroken, match="seal_broken"):
        Vault.from_master_key(new_master_key()).unwrap(wrapped, "7")


def test_a_master_key_that_is_not_here_is_said_to_be_absent() -> None:
    vault = Vault.from_master_key(new_master_key())
    with pytest.raises(SealBroken, match="master_key_absent"):
        vault.unwrap(WrappedKey("9", b"x" * 60), "7")


def test_after_a_rotation_old_keys_still_open_new_ones_take_the_new_master_and_digests_stay() -> None:
    old_key, new_key = new_master_key(), new_master_key()
    old, both = Vault({"1": old_key}, "1"), Vault({"1": old_key, "2": new_key}, "2")
    key, wrapped = old.new_record_key("7")
    assert both.unwrap(wrapped, "7") == key
    again = both.wrap(key, "7")
    assert (again.master, both.unwrap(again, "7")) == ("2", key)
    assert both.digest("blocking", "n:tsflm") == old.digest("blocking", "n:tsflm")


def test_a_digest_needs_the_key_and_says_its_purpose() -> None:
    vault, other = Vault.from_master_key(new_master_key()), Vault.from_master_key(new_master_key())
    assert vault.digest("blocking", "+50370001111") == vault.digest("blocking", "+50370001111")
    assert vault.digest("blocking", "+50370001111") != other.digest("blocking", "+50370001111")
    assert vault.digest("blocking", "+50370001111") != vault.digest("content", "+50370001111")
    assert vault.token_digest("t") != other.token_digest("t")


def test_a_purpose_and_its_text_cannot_run_into_each_other() -> None:
    vault = Vault.from_master_key(new_master_key())
    assert vault.digest("a", "bc") != vault.digest("ab", "c")


def test_a_digest_fits_a_signed_column_of_64_bits() -> None:
    vault = Vault.from_master_key(new_master_key())
    digests = [vault.digest("blocking", str(number)) for number in range(2000)]
    assert all(-(2**63) <= digest < 2**63 for digest in digests)
    assert any(digest < 0 for digest in digests)
    assert len(set(digests)) == len(digests)


def test_portals_do_not_share_a_secret() -> None:
    vault = Vault.from_master_key(new_master_key())
    assert len({vault.secret(portal) for portal in ("web/family", "web/partner", "web/committee")}) == 3


def test_a_staff_secret_opens_for_its_own_account_only() -> None:
    vault = Vault.from_master_key(new_master_key())
    sealed = vault.seal_secret(b"JBSWY3DP", "accounts.totp_sealed.1")
    assert vault.unseal_secret(sealed, "accounts.totp_sealed.1") == b"JBSWY3DP"
    with pytest.raises(SealBroken):
        vault.unseal_secret(sealed, "accounts.totp_sealed.2")


def test_a_master_key_survives_being_written_down() -> None:
    key = new_master_key()
    assert decode_master_key(f" {encode_master_key(key)}\n") == key


def test_what_is_said_of_a_broken_seal_holds_no_ciphertext_and_no_word() -> None:
    with pytest.raises(SealBroken) as caught:
        unseal(KEY, bytes(range(80)), PLACE)
    assert str(caught.value) == f"seal_broken place={PLACE}"
