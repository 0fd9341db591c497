"""Who may see the search, while it is filed: nobody unless the family says yes to a text that it has read."""

from werkzeug.datastructures import MultiDict

from matching.record import Event, Place
from search.commands import ConsentGiven
from search.consents import Receiver
from search.documents import Description
from search.documents.description import Journey, JourneyLeg
from search.vocabulary import ConsentPurpose, Network, ReceiverKind
from tests.web.family.answers import HUMANITARIAN, RICH
from web.family.case_draft import CaseDraft
from web.family.sharing_step import FORENSIC, NAMING, SHARING, without
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


def test_an_answer_is_taken_back_by_itself() -> None:
    sent = {"text_shelters": ["aa"], "answer_shelters": ["yes"], "text_ER": ["bb"], "answer_ER": ["no"]}
    assert without(sent, "shelters") == {"text_ER": ["bb"], "answer_ER": ["no"]}
    asked = {one.code: one.answer for one in SHARING.asked("en", RICH)}
    assert asked[HUMANITARIAN.code] == "yes"
    assert SHARING.read(RICH, {}).consents == ()


def test_who_may_tell_the_person_is_asked_by_itself_and_leaves_who_may_see_alone() -> None:
    read = consent_text("es", ConsentPurpose.NAMING, SHELTERS)
    case = NAMING.read(RICH, {"answer_shelters": ["yes"], "text_shelters": [read.digest.hex()]})
    assert case.consents[:-1] == RICH.consents
    named = case.consents[-1]
    assert isinstance(named, ConsentGiven)
    assert (named.purpose, named.receiver, named.language) == (ConsentPurpose.NAMING, SHELTERS, "es")
    # A hospital may name a family only where it was chosen by its name.
    asked = [one.code for one in NAMING.asked("en", case) if one.kind is ReceiverKind.NETWORK]
    assert asked == [Network.SHELTERS, Network.DETENTION_VISITS, Network.HUMANITARIAN]
    assert NAMING.read(case, {}).consents == RICH.consents


def test_countries_that_the_family_named_are_asked_about_and_never_first_the_one_that_was_left() -> None:
    assert list(FORENSIC.asked("en", CaseDraft())) == []
    legs = (JourneyLeg(destination=Place("", ("TN",))), JourneyLeg(destination=Place("", ("IT",))))
    journey = Journey(departure=Event(None, Place("", ("SD",))), legs=legs)
    road = Description(event=Event(None, Place("Zuwara", ("LY",))), nationalities=("ER",), journey=journey)
    case = CaseDraft(sought=road)
    # Who fled would be asked about the offices of those it fled from: last about consulates, never about the dead.
    assert [one.code for one in FORENSIC.asked("en", case)] == ["LY", "IT", "TN"]
    assert [one.code for one in SHARING.asked("en", case)] == [*Network, "LY", "IT", "TN", "ER"]
    libya = Receiver(ReceiverKind.FORENSIC_SERVICES, "LY")
    read = consent_text("ar", ConsentPurpose.FORENSIC, libya).digest.hex()
    sent = FORENSIC.sent(MultiDict([("answer_LY", "yes"), ("text_LY", read), ("answer_ly", "yes"), ("go", "save")]))
    assert set(sent) == {"answer_LY", "text_LY"}
    said = FORENSIC.read(case, sent)
    (given,) = said.consents
    assert isinstance(given, ConsentGiven)
    assert (given.receiver, given.allowed, given.language) == (libya, True, "ar")
    assert [one.answer for one in FORENSIC.asked("en", said)] == ["yes", "", ""]
