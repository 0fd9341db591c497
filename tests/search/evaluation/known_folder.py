"""A tiny registry with known truth, as files: five searches, two unlike sheets, and a file that is none."""

import json
from pathlib import Path

from tests.search.sheets.layout_files import delimited, workbook

REQUESTS = (
    ("R-1", "Tesfalem Kidanemariam", "male", "1991-03-25", "+50370123456"),
    ("R-2", "Wilmer Adalberto Quintanilla", "male", "1988-11-17", "+50370987654"),
    ("R-3", "Mariama Bailo Diallo", "female", "1995-01-30", "+22462111222"),
    ("R-4", "Нурбек Токтосунов", "male", "1979-07-22", "+99655512345"),
    ("R-5", "فاطمة الزهراء بوزيان", "female", "2001-09-14", "+21267733445"),
)
SHELTER = [
    ["Case No", "Full name", "Sex", "Date of birth", "Date found", "Place found", "Phone"],
    ["SH-1", "Tesfalem Kidanemariam", "M", "25/03/1991", "14/06/2025", "Tapachula", "+503 7012 3456"],
    ["SH-2", "Wilmar Quintanilla", "M", "17/11/1988", "15/06/2025", "Tapachula", "+503 7098 7654"],
    ["SH-4", "", "", "", "", "", ""],
    ["SH-3", "Oluwaseun Adebayo", "M", "02/12/1966", "20/06/2025", "Comitan", ""],
]
# A mortuary that writes Spanish, knows no names, and copied the numbers it found on papers.
MORTUARY = [
    ["No. de expediente", "Fecha de hallazgo", "Lugar de hallazgo", "Sexo", "Edad estimada", "Teléfonos encontrados"],
    ["M-9", "16/06/2025", "Tapachula", "Mujer", "28-32", "+224 621 11 222"],
    ["M-8", "13/06/2025", "Arriaga", "Hombre", "60-70", ""],
]
TRUTH = (
    ("R-1", "SH-1", "casa_invented", "shelter"),
    ("R-2", "SH-2", "casa_invented", "shelter"),
    ("R-3", "M-9", "morgue_invented", "mortuary"),
    # This one is in none of the sheets: a row that was lost counts as not found.
    ("R-4", "SH-99", "casa_invented", "shelter"),
)


def write_folder(folder: Path) -> Path:
    """Write the files and return the folder."""
    lines = [
        {"ref": ref, "sought": {"names": [name], "sex": sex, "birth_date": birth, "phones": [phone]}}
        for ref, name, sex, birth, phone in REQUESTS
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / "requests.jsonl").write_text(text + "\nnot a line of JSON\n", "utf-8")
    (folder / "casa_invented.csv").write_bytes(delimited(SHELTER, ";", "utf-8-sig"))
    (folder / "morgue_invented.xlsx").write_bytes(workbook({"Hoja1": MORTUARY}))
    (folder / "zz_picture.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    rows = "".join("\t".join(row) + "\n" for row in (("request", "report", "sender", "kind"), *TRUTH))
    (folder / "truth.tsv").write_text(rows, "utf-8")
    return folder
