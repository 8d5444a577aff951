"""The leaderboard against a plain sort, with tiny candidate lists so that pruning happens."""

from __future__ import annotations

import random
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.topology import leaderboard
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.picture_addresses import MAX_URL_CHARS, PictureAddresses
from mwk_desktop.topology.user_rows import PAGE_USERS, NewUsers, UserPage, UserRows
from tests.support import examples


class Sorted:
    """Counts and latest times in a dictionary, ranked by a sort."""

    def __init__(self) -> None:
        self.rows: dict[str, list] = {}
        self.hidden: set[str] = set()

    def add(self, name, time_ms, url):
        row = self.rows.setdefault(name, [0, (-(1 << 63), "")])
        row[0] += 1
        row[1] = max(row[1], (time_ms, url))

    def top(self):
        return sorted(
            (-count, time_ms, name, url)
            for name, (count, (time_ms, url)) in self.rows.items()
            if name not in self.hidden
        )


def lines(board, n):
    return [(-s.tweets, s.latest_ms, s.name, s.image_url) for s in board.top(n)]


def number_of(board: Leaderboard, name: str) -> int:
    """A user's number, given now to a new one."""
    if name not in board.numbers:
        board.add_users([name])
    return board.numbers[name]


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(leaderboard, "_KEEP", 3)
    monkeypatch.setattr(leaderboard, "_PRUNE_AT", 6)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("seed", range(60))
def test_equals_a_sort(seed):
    rng = random.Random(seed)
    board, model = Leaderboard(), Sorted()
    names = [f"u{n}" for n in range(rng.choice([5, 12, 40]))]
    spread = rng.choice([1, 5, 1000])
    for _ in range(60):
        chosen = [
            rng.choice(names) for _ in range(rng.randrange(1, 20)) if rng.random() < 0.9
        ] or names[:1]
        chosen = [name for name in chosen if name not in model.hidden]
        rows = [
            (name, rng.randrange(spread), rng.choice(["", "https://a/b/c", "https://a/b/dd"]))
            for name in chosen
        ]
        users = []
        for row in rows:
            model.add(*row)
            users.append(number_of(board, row[0]))
        board.count_tweets(users, [row[1] for row in rows], [row[2] for row in rows])
        if rng.random() < 0.2:
            name = rng.choice(names)
            if name in board.numbers:
                change = rng.choice([board.hide, board.show])
                change(board.numbers[name])
                model.hidden -= {name}
                model.hidden |= {name} if change == board.hide else set()
        expected = model.top()
        wanted = rng.choice([1, 2, 3, 4, 10, 100])
        assert lines(board, wanted) == expected[:wanted]
        assert board.users == len(expected)
        if rng.random() < 0.1:
            assert [board.rank(line[2]) for line in expected] == list(range(1, len(expected) + 1))
            again = Leaderboard()
            again.restore(board.all_rows())
            for user in board.hidden:
                again.hide(user)
            board = again


@pytest.mark.usefixtures("small")
@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcdefgh"),
            st.integers(0, 3),
            st.sampled_from(["", "https://a/b/c", "https://a/b/dd", "x"]),
        ),
        max_size=60,
    ),
    st.randoms(use_true_random=False),
)
def test_no_order_changes_it(rows, rng):
    boards = []
    for _ in range(2):
        board = Leaderboard()
        for name, time_ms, url in rows:
            user = number_of(board, name)
            board.count_tweets([user], [time_ms], [url])
        boards.append(lines(board, 99))
        rows = rng.sample(rows, len(rows))
    assert boards[0] == boards[1]


def test_ties_by_time_then_name():
    board = Leaderboard()
    for name, time_ms in (("b", 5), ("a", 5), ("é", 5), ("B", 5), ("z", 4)):
        board.count_tweets([number_of(board, name)], [time_ms], [""])
    assert [s.name for s in board.top(9)] == ["z", "B", "a", "b", "é"]


def test_an_older_tweet_counts_and_leaves_time_and_picture():
    board = Leaderboard()
    user = number_of(board, "anna")
    board.count_tweets([user, user], [10, 5], ["https://new", "https://old"])
    (line,) = board.top(1)
    assert (line.tweets, line.latest_ms, line.image_url) == (2, 10, "https://new")


def test_a_latest_tweet_without_a_picture_takes_it_away():
    board = Leaderboard()
    user = number_of(board, "anna")
    board.count_tweets([user, user], [1, 2], ["https://old", ""])
    assert board.top(1)[0].image_url == ""


def test_nobody():
    board = Leaderboard()
    assert board.top(10) == []
    assert board.rank("x") is None
    number_of(board, "x")
    assert board.top(10) == []
    assert board.rank("x") is None
    assert board.users == 0


def numbers(*tweets: int) -> UserPage:
    return UserPage(0, array("I", tweets).tobytes(), array("q", [0] * len(tweets)).tobytes())


def test_damaged_rows():
    anna, one = NewUsers(0, ["anna"], [""]), numbers(1)
    short = UserPage(0, one.tweets[:-1], one.latest)
    for people in (
        UserRows([NewUsers(1, ["anna"], [""])], [], [one]),
        UserRows([anna, anna], [], [one]),
        UserRows([anna, NewUsers(1, ["anna"], [""])], [], [numbers(1, 1)]),
        UserRows([NewUsers(0, ["anna"], [])], [], [one]),
        UserRows([anna], [], []),
        UserRows([anna], [], [numbers(1, 1)]),
        UserRows([anna], [], [short]),
        UserRows([anna], [], [UserPage(1, one.tweets, one.latest)]),
        UserRows([anna], [], [one, UserPage(1, one.tweets, one.latest)]),
    ):
        with pytest.raises(ValueError, match="damaged"):
            Leaderboard().restore(people)


def test_what_is_taken_is_what_changed():
    board = Leaderboard()
    board.start_tracking()
    board.add_users([f"u{n}" for n in range(PAGE_USERS + 1)])
    board.count_tweets([0, PAGE_USERS], [1, 1], ["https://a/b/0", "https://a/b/1"])
    first = board.drain_changes()
    assert [run.first for run in first.newcomers] == [0]
    assert [page.page for page in first.pages] == [0, 1]
    assert first.pictures == []
    assert board.drain_changes() == UserRows()
    board.count_tweets([PAGE_USERS, 3], [2, 2], ["https://a/b/2", ""])
    assert board.waiting_users == 1
    second = board.drain_changes()
    assert second.newcomers == []
    assert second.pictures == [(PAGE_USERS, "https://a/b/2")]
    assert [page.page for page in second.pages] == [0, 1]
    board.count_tweets([5], [2], [""])
    third = board.drain_changes()
    assert (third.newcomers, third.pictures) == ([], [])
    assert [page.page for page in third.pages] == [0]
    pages = {page.page: page for rows in (first, second, third) for page in rows.pages}
    again = Leaderboard()
    again.restore(UserRows(first.newcomers, second.pictures, list(pages.values())))
    assert again.all_rows() == board.all_rows()
    assert lines(again, 9) == lines(board, 9)


URLS = st.one_of(
    st.just(""),
    st.sampled_from(["https://pbs.twimg.com/profile_images/1/a.jpg", "http://x", "//", "/" * 9]),
    st.builds("https://{}/{}/{}".format, st.text(max_size=2), st.text(max_size=2), st.text()),
    st.text(max_size=40),
)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), URLS), max_size=60))
def test_pictures_come_back(changes):
    pictures = PictureAddresses()
    expected = [""] * 5
    for _ in expected:
        pictures.add_users(1)
    for user, url in changes:
        pictures.set(user, url)
        expected[user] = url
        assert [pictures.get(n) for n in range(5)] == expected


def test_pictures_of_many_hosts_and_of_absurd_length():
    pictures = PictureAddresses()
    urls = [f"https://host{n}/x/{n}.png" for n in range(600)]
    for url in urls:
        pictures.add_users(1)
        pictures.set(len(pictures) - 1, url)
    assert [pictures.get(n) for n in range(600)] == urls
    pictures.set(3, "x" * (MAX_URL_CHARS + 1))
    assert pictures.get(3) == ""
    pictures.set(3, "é" * MAX_URL_CHARS)
    assert pictures.get(3) == "é" * MAX_URL_CHARS


def test_a_common_beginning_is_kept_once():
    """However the hosts alternate: beyond 255 of them whole addresses would be kept."""
    hosts = ("https://pictures.example/profile_images/", "https://other.example/avatars/")
    pictures = PictureAddresses()
    urls = [f"{hosts[n % 2]}{n}" for n in range(4000)]
    pictures.add_users(len(urls))
    for user, url in enumerate(urls):
        pictures.set(user, url)
    assert pictures.get_all(range(len(urls))) == urls
    assert pictures.size_bytes < 10 * len(urls)


def test_outgrown_places_are_given_back():
    pictures = PictureAddresses()
    for n in range(2000):
        pictures.add_users(1)
        pictures.set(len(pictures) - 1, f"https://a/b/{n}")
    for size in range(100, 2000, 100):
        for n in range(2000):
            pictures.set(n, f"https://a/b/{n}/" + "x" * size)
    assert pictures.size_bytes < 3 * 2000 * 2000
    # No address has moved into another's place, after an odd number of steps too.
    expected = [f"https://a/b/{n}/" + "x" * 1900 for n in range(2000)]
    assert pictures.get_all(range(2000)) == expected


def test_whole_lines_are_replaced():
    """As another show counted them: lines may rise, fall and leave, also below the floor."""

    def shown(board: Leaderboard) -> list[tuple[str, int, int, str]]:
        return [(s.name, s.tweets, s.latest_ms, s.image_url) for s in board.top(9)]

    board = Leaderboard()
    board.add_users(["anna", "bert", "zoë"])
    board.replace_lines({0: (3, 10, "https://a"), 1: (2, 5, "https://b"), 2: (0, 0, "")})
    assert board.users == 2
    assert shown(board) == [("anna", 3, 10, "https://a"), ("bert", 2, 5, "https://b")]
    board.replace_lines({0: (1, 11, "https://a2"), 2: (2, 5, "https://z")})
    assert board.users == 3
    assert [row[:2] for row in shown(board)] == [("bert", 2), ("zoë", 2), ("anna", 1)]
    board.replace_lines({1: (0, 0, "")})
    assert board.users == 2
    assert [row[:2] for row in shown(board)] == [("zoë", 2), ("anna", 1)]
    assert board.standing(0).image_url == "https://a2"


def test_only_the_pages_of_new_users_are_stored():
    board = Leaderboard()
    board.start_tracking()
    board.add_users([f"u{n}" for n in range(PAGE_USERS + 1)])
    assert [page.page for page in board.drain_changes().pages] == [0, 1]
    board.add_users(["late"])
    rows = board.drain_changes()
    assert [page.page for page in rows.pages] == [1]
    assert [(run.first, run.names) for run in rows.newcomers] == [(PAGE_USERS + 1, ["late"])]
    assert board.drain_changes() == UserRows()
