from benchmarks.families_load import Load, load_lines


def test_what_was_told_is_counted_by_step_with_its_quantiles() -> None:
    load = Load()
    for place in range(100):
        load.tell("GET /", place / 1000, 200)
    load.tell("POST /search/reach", 2.0, 500)
    load.end()
    load.end("no receipt")
    lines = list(load_lines(load))
    assert lines[1][:2] == ("all", "101")
    assert lines[2] == ("GET /", "100", "50", "95", "99", "99")
    assert (load.started, load.faults) == (1, ["POST /search/reach: 500", "no receipt"])
