"""Who may see the search, while it is filed: nobody unless the family says yes to a text that it has read."""

from search.commands import ConsentGiven
from search.consents import Receiver
from search.vocabulary import ConsentPurpose, Network, ReceiverKind
from tests.web.family.answers import HUMANITARIAN, RICH
from web.family.case_draft import CaseDraft
from web.family.sharing_step import NAMING, SHARING, sharing_texts
from web.labels.consents import consent_text

SHELTERS = Receiver(ReceiverKind.NETWORK, Network.SHELTERS.value)
READ = consent_text("ar", ConsentPurpose.SHARING, SHELTERS)


def answered(**sent: str) -> CaseDraft:
    """An empty case after the page was sent."""
    return SHARING.read(CaseDraft(), {name: [value] for name, value in sent.items()})


def test_nobody_may_see_the_search_unless_the_family_says_yes() -> None:
    assert answered().consents == ()
    (given,) = answered(answer_shelters="yes", text_shelters=READ.digest.hex()).consents
    assert (given.receiver, given.allowed, given.language) == (SHELTERS, True, "ar")
    assert given.text_digest == READ.digest


def test_no_is_kept_as_an_answer_of_its_own() -> None:
    (given,) = answered(answer_shelters="no", text_shelters=READ.digest.hex()).consents
    assert not given.allowed


def test_an_answer_to_a_text_that_was_not_shown_is_none() -> None:
    for text in ("", "zz", "00" * 32, consent_text("en", ConsentPurpose.NAMING, SHELTERS).digest.hex()):
        assert answered(answer_shelters="yes", text_shelters=text).consents == ()
    assert answered(answer_shelters="perhaps", text_shelters=READ.digest.hex()).consents == ()
    assert answered(answer_police="yes", text_police=READ.digest.hex()).consents == ()


def test_an_untouched_page_changes_nothing_and_an_emptied_one_takes_the_answer_back() -> None:
    untouched = {name: [value] for name, value in SHARING.fill(RICH).items()}
    assert SHARING.read(RICH, untouched).consents == RICH.consents
    assert [one.receiver for one in RICH.consents] == [HUMANITARIAN]
    assert SHARING.read(RICH, {}).consents == ()


def test_what_is_said_of_all_of_them_is_said_once() -> None:
    common, texts = sharing_texts("en")
    assert len(common) >= 3
    assert all(set(common) < set(text.parts) for _, text in texts)
    assert [network for network, _ in texts] == list(Network)


def test_who_may_tell_the_person_is_asked_by_itself_and_leaves_who_may_see_alone() -> None:
    read = consent_text("es", ConsentPurpose.NAMING, SHELTERS)
    case = NAMING.read(RICH, {"answer_shelters": ["yes"], "text_shelters": [read.digest.hex()]})
    assert case.consents[:-1] == RICH.consents
    named = case.consents[-1]
    assert isinstance(named, ConsentGiven)
    assert (named.purpose, named.receiver, named.language) == (ConsentPurpose.NAMING, SHELTERS, "es")
    # A hospital may name a family only where it was chosen by its name.
    asked = [network for network, _ in sharing_texts("en", ConsentPurpose.NAMING)[1]]
    assert asked == [Network.SHELTERS, Network.DETENTION_VISITS, Network.HUMANITARIAN]
    assert NAMING.read(case, {}).consents == RICH.consents
