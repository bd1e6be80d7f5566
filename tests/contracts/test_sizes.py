"""No god-file, no god-function."""

from tests.contracts.sizes import FILE, FUNCTION, sizes


def test_no_file_and_no_function_outgrows_its_room() -> None:
    files, functions = sizes()
    assert files
    assert functions
    assert [found for found in files if found[0] > FILE] == []
    assert [found for found in functions if found[0] > FUNCTION] == []
