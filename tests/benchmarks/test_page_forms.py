from benchmarks.page_forms import read_page


def test_a_form_is_read_as_a_browser_would_send_it() -> None:
    read = read_page(
        '<form method="post" id="answers" action="/a"><input name="csrf_token" type="hidden" value="t">'
        '<input name="who" value=""><input name="may" type="radio" value="yes"><input name="may" type="radio"'
        ' value="no" checked><textarea name="more">\nkept</textarea><select name="one"><option value="1">'
        '<option value="2" selected></select><button name="go" value="save"></button></form><a href="/b#c">b</a><a href="https://elsewhere/">e</a>'
    )
    assert read.form is not None
    assert read.form.sent == [("csrf_token", "t"), ("who", ""), ("may", "no"), ("more", "kept"), ("one", "2")]
    assert dict(read.form.filled({"who": "Awa"}, otherwise="x"))["who"] == "Awa"
    assert dict(read.form.filled({"who": "Awa"}, otherwise="x"))["more"] == "kept"
    assert read.links == ("/b",)
