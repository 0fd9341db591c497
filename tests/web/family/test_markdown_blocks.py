"""The little Markdown of the operator's pages, as blocks: no HTML can come of it."""

from web.family.markdown_blocks import Block, Span, blocks

TEXT = """# One
Words that
go on.

- first
  of all
- **second**

1. step
2) step two
### Deep ##
"""


def test_headings_paragraphs_and_lists_become_blocks() -> None:
    assert [(one.kind, one.level, len(one.lines)) for one in blocks(TEXT)] == [
        ("heading", 2, 1),
        ("paragraph", 0, 1),
        ("list", 0, 2),
        ("steps", 0, 2),
        ("heading", 3, 1),
    ]
    assert blocks(TEXT)[1].lines == ((Span("Words that go on."),),)
    assert blocks(TEXT)[2].lines == ((Span("first of all"),), (Span("second", strong=True),))
    assert blocks(TEXT)[4].lines == ((Span("Deep"),),)


def test_of_a_link_the_address_is_shown_and_only_what_can_be_followed_leads_anywhere() -> None:
    expected = {
        "[ours](https://a.example/x)": Span("ours", shown="https://a.example/x", address="https://a.example/x"),
        "https://a.example": Span("", shown="https://a.example", address="https://a.example"),
        "[call](tel:+302105550123)": Span("call", shown="+302105550123", address="tel:+302105550123"),
        "[write](mailto:a@b.example)": Span("write", shown="a@b.example", address="mailto:a@b.example"),
        "[no](javascript:alert)": Span("no", shown="javascript:alert"),
        "[no](http://a.example)": Span("no", shown="http://a.example"),
        "[no](data:text/html,x)": Span("no", shown="data:text/html,x"),
        '[no](https://a"onclick=x)': Span("no", shown='https://a"onclick=x'),
    }
    for text, span in expected.items():
        assert blocks(text) == (Block("paragraph", ((span,),)),), text


def test_a_full_stop_behind_an_address_belongs_to_the_sentence() -> None:
    (one,) = blocks("See https://a.example/x. Then go.")
    assert [(span.words, span.address) for span in one.lines[0]] == [
        ("See ", ""),
        ("", "https://a.example/x"),
        (". Then go.", ""),
    ]


def test_html_and_pictures_are_words() -> None:
    (one,) = blocks("<script>x</script> ![a](b)")
    assert [span.address for span in one.lines[0]] == ["", ""]
    assert one.lines[0][0].words == "<script>x</script> !"
