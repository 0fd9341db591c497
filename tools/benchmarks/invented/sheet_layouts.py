"""How six senders keep their sheets: file, language, date format, words for sexes, columns, encoding."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sender writes: the file, its language, the order of a date, the words for sexes, and the columns."""

    file: str
    language: str
    date: str
    sexes: tuple[str, str]
    columns: tuple[tuple[str, str], ...]
    delimiter: str = ","
    encoding: str = "utf-8-sig"

    @property
    def header(self) -> tuple[str, ...]:
        """The first line."""
        return tuple(title for title, _ in self.columns)


LAYOUTS: Mapping[str, Layout] = {
    "consulate_ar": Layout(
        "consulate_ar.xlsx",
        "ar",
        "%Y/%m/%d",
        ("ذكر", "أنثى"),
        (
            ("رقم الملف", "number"),
            ("التاريخ", "when"),
            ("المكان", "place"),
            ("الاسم الكامل", "name"),
            ("الجنس", "sex"),
            ("تاريخ الميلاد", "birth"),
            ("العمر", "age"),
            ("الجنسية", "nationality"),
            ("رقم الهاتف", "phone"),
            ("ملاحظات", "marks"),
        ),
    ),
    "consulate_es": Layout(
        "consulate_es.xlsx",
        "es",
        "%d/%m/%Y",
        ("masculino", "femenino"),
        (
            ("Expediente", "number"),
            ("Fecha del hallazgo", "when"),
            ("Lugar", "place"),
            ("Nombre completo", "name"),
            ("Sexo", "sex"),
            ("Fecha de nacimiento", "birth"),
            ("Edad", "age"),
            ("Nacionalidad", "nationality"),
            ("Documento", "document"),
            ("Teléfono", "phone"),
            ("Observaciones", "marks"),
        ),
    ),
    "hospital_it": Layout(
        "hospital_it.csv",
        "it",
        "%d/%m/%Y",
        ("M", "F"),
        (
            ("Cartella", "number"),
            ("Data ingresso", "when"),
            ("Luogo", "place"),
            ("Cognome e nome", "name"),
            ("Sesso", "sex"),
            ("Data di nascita", "birth"),
            ("Età", "age"),
            ("Nazionalità", "nationality"),
            ("Statura", "height"),
            ("Segni particolari", "marks"),
            ("Abbigliamento", "effects"),
        ),
        ";",
        "cp1252",
    ),
    "mortuary_es": Layout(
        "mortuary_es.csv",
        "es",
        "%d/%m/%Y",
        ("masculino", "femenino"),
        (
            ("Folio", "number"),
            ("Fecha", "when"),
            ("Lugar de recuperación", "place"),
            ("Lat", "latitude"),
            ("Lon", "longitude"),
            ("Nombre probable", "name"),
            ("Sexo", "sex"),
            ("Edad estimada", "age"),
            ("Talla (cm)", "height"),
            ("Señas particulares", "marks"),
            ("Ropa", "effects"),
            ("Teléfonos hallados", "phone"),
            ("Documento", "document"),
        ),
    ),
    "shelter_en": Layout(
        "shelter_en.csv",
        "en",
        "%Y-%m-%d",
        ("male", "female"),
        (
            ("case_no", "number"),
            ("date", "when"),
            ("place", "place"),
            ("name", "name"),
            ("sex", "sex"),
            ("dob", "birth"),
            ("age", "age"),
            ("country", "nationality"),
            ("phone", "phone"),
            ("notes", "marks"),
        ),
    ),
    "shelter_fr": Layout(
        "shelter_fr.xlsx",
        "fr",
        "%d.%m.%Y",
        ("homme", "femme"),
        (
            ("N° dossier", "number"),
            ("Date", "when"),
            ("Lieu", "place"),
            ("Nom et prénoms", "name"),
            ("Sexe", "sex"),
            ("Né(e) le", "birth"),
            ("Âge", "age"),
            ("Nationalité", "nationality"),
            ("Téléphone", "phone"),
            ("Signes particuliers", "marks"),
        ),
    ),
}
