from __future__ import annotations

from gazetteer.memory import Memory


def test_what_is_missing_is_made_once() -> None:
    made: list[str] = []

    def make(key: str) -> int:
        made.append(key)
        return len(key)

    memory = Memory[str, int](make)
    assert [memory["Goma"], memory["Kyiv"], memory["Goma"]] == [4, 4, 4]
    assert made == ["Goma", "Kyiv"]


def test_nothing_found_is_remembered_too() -> None:
    asked: list[str] = []
    memory = Memory[str, tuple[str, ...]](lambda key: (asked.append(key), ())[1])
    assert [memory["nowhere"], memory["nowhere"]] == [(), ()]
    assert asked == ["nowhere"]


def test_a_full_memory_is_emptied_and_goes_on() -> None:
    memory = Memory[int, int](lambda key: key * 2, limit=3)
    assert [memory[key] for key in range(5)] == [0, 2, 4, 6, 8]
    assert sorted(memory) == [3, 4]
