"""Words for who somebody is: names, sex, calendars, documents, phones."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from matching.record import Calendar, DatePrecision, NameKind, PhoneRole, PlacePrecision, Sex
from search.vocabulary import DocumentKind

TABLES: dict[str, Mapping[str, str]] = {
    "sex": {
        Sex.FEMALE: _("Female"),
        Sex.MALE: _("Male"),
        Sex.OTHER: _("Neither female nor male"),
    },
    "name_kind": {
        NameKind.FULL: _("Whole name"),
        NameKind.GIVEN: _("Given name"),
        NameKind.FATHER: _("Father's name"),
        NameKind.GRANDFATHER: _("Grandfather's name"),
        NameKind.MOTHER: _("Mother's name"),
        NameKind.FAMILY: _("Family name"),
        NameKind.SECOND_FAMILY: _("Second family name"),
        NameKind.MAIDEN: _("Family name before marriage"),
        NameKind.NICKNAME: _("Nickname"),
        NameKind.RELIGIOUS: _("Religious name"),
        NameKind.CLAN: _("Clan name"),
        NameKind.ROAD: _("Name used on the road"),
        NameKind.SPELLING: _("Another spelling"),
        NameKind.SPELLING_ON_PAPERS: _("Name as written on papers"),
        NameKind.AS_HEARD: _("Name as it was heard"),
        NameKind.ON_PAPERS_FOUND: _("Name on papers that were found"),
    },
    "date_precision": {
        DatePrecision.DAY: _("To the day"),
        DatePrecision.MONTH: _("To the month"),
        DatePrecision.SEASON: _("To the season"),
        DatePrecision.YEAR: _("To the year"),
        DatePrecision.ABOUT: _("About that time"),
        DatePrecision.RANGE: _("Between two dates"),
    },
    "calendar": {
        Calendar.GREGORIAN: _("Gregorian (January … December)"),
        Calendar.HIJRI: _("Hijri (Muharram … Dhu al-Hijja)"),
        Calendar.SOLAR_HIJRI: _("Solar Hijri (Farvardin or Hamal …)"),
        Calendar.ETHIOPIAN: _("Ethiopian (Meskerem … Pagume)"),
    },
    "place_precision": {
        PlacePrecision.POINT: _("Exact place"),
        PlacePrecision.MUNICIPALITY: _("Town or municipality"),
        PlacePrecision.REGION: _("Region"),
        PlacePrecision.COUNTRY: _("Country"),
        PlacePrecision.ROUTE: _("Somewhere on a route"),
        PlacePrecision.UNKNOWN: _("Not known how exact"),
    },
    "phone_role": {
        PhoneRole.SOUGHT: _("Their own number"),
        PhoneRole.ENQUIRER: _("Your number"),
        PhoneRole.COMPANION: _("Number of someone who travelled with them"),
        PhoneRole.CALLED_FROM: _("Number they called from"),
        PhoneRole.CARRIED: _("Number they carried with them"),
        PhoneRole.CONTACT_GIVEN: _("Number they gave as a contact"),
        PhoneRole.UNKNOWN: _("Not known whose number"),
    },
    "document_kind": {
        DocumentKind.PASSPORT: _("Passport"),
        DocumentKind.IDENTITY_CARD: _("Identity card"),
        DocumentKind.BIRTH_CERTIFICATE: _("Birth certificate"),
        DocumentKind.CONSULAR_CARD: _("Consular card"),
        DocumentKind.REFUGEE_CARD: _("Refugee or asylum card"),
        DocumentKind.DRIVING_LICENCE: _("Driving licence"),
        DocumentKind.OTHER: _("Another document"),
    },
}
