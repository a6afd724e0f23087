"""The command: exact exit codes, clear messages, and nothing else of a stream lost."""

import contextlib
import gzip
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

SCAM = "Denda tilang Anda belum dibayar, lunasi: kejaksean.cc/id"


def run(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "etle_guard", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_scam_exits_with_one_and_names_the_real_host():
    done = run("check", SCAM)
    assert done.returncode == 1
    assert "kejaksean.cc" in done.stdout.decode() and "Berbahaya" in done.stdout.decode()


def test_ordinary_message_exits_with_zero_and_never_says_safe():
    done = run("check", "besok jadi futsal jam 8 ya", "--lang", "en")
    assert done.returncode == 0
    assert "safe" not in done.stdout.decode().lower()


def test_attachment_alone_is_enough():
    done = run("check", "", "--attachment", "Surat Tilang.apk", "--sender", "0823-3334-3250")
    assert done.returncode == 1


def test_message_may_come_on_standard_input():
    assert run("check", stdin=SCAM.encode()).returncode == 1


def test_json_is_one_record():
    record = json.loads(run("check", SCAM, "--json").stdout)
    assert list(record) == ["id", "level", "points", "topic", "complete", "links", "evidence"]
    assert record["level"] == "danger" and record["links"][0]["host"] == "kejaksean.cc"


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["check", "x", "--nope"], "--nope"),
        (["check", "x", "--sent-on", "2026-13-01"], "YYYY-MM-DD"),
        (["check", "x", "--lang", "fr"], "fr"),
        (["check", "--jsonl", "/no/such/file"], "/no/such/file"),
        (["check", "--jsonl", "/"], "/"),
        (["check", "x", "--jsonl", "-"], "--jsonl"),
        (["scan", "/no/such/file"], "/no/such/file"),
        (["rules", "no.such-rule"], "no.such-rule"),
        (["nope"], "nope"),
        (["check", "x", "--model", "/no/such/model.json"], "/no/such/model.json"),
        (["build-extension", "--source", "/no/such"], "/no/such"),
    ],
)
def test_bad_usage_says_what_and_exits_with_two(arguments, said):
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    "name, command",
    [("message.txt", "check < {}/message.txt"), ("Surat Tilang.apk", "check \"\" --attachment 'Surat Tilang.apk'")],
)
def test_a_file_name_is_no_message(name, command, tmp_path):
    (tmp_path / name).write_text(SCAM)
    done = run("check", tmp_path / name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "this is the name of a file; write: etle-guard " + command.format(tmp_path) in done.stderr.decode()
    assert run("check", "a" * 5000).returncode == 0  # a message that no file could be named by


def test_bad_lines_are_answered_in_their_place():
    """Every line gets one answer, in order, whatever the other lines hold."""
    lines = [
        b'{"id":"a","text":"halo"}',
        b"not json",
        b'{"id":1,"text":5}',
        b'{"id":"\xff","text":"x"}',
        b"[1]",
        b'{"id":"b","text":"' + SCAM.encode() + b'","sent_on":"kemarin"}',
        b'{"id":"c","text":"' + SCAM.encode() + b'"}',
        b'{"id":"d","text":"\\ud800 \\u0000"}',
        b"[" * 5000,
    ]
    done = run("check", "--jsonl", "-", stdin=b"\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines)
    assert [answer["line"] for answer in answers if "error" in answer] == [2, 3, 4, 5, 6, 9]
    assert answers[6]["id"] == "c" and answers[6]["level"] == "danger"
    assert answers[2] == {"id": 1, "line": 3, "error": "text is missing or not a string"}
    assert done.returncode == 2 and b"6 line(s)" in done.stderr


def test_ten_megabytes_of_text_are_cut_and_said_so():
    done = run("check", "--json", stdin=b"halo " * 2_000_000)
    assert done.returncode in (0, 1)
    assert json.loads(done.stdout)["complete"] is False


def test_binary_input_is_refused():
    done = run("check", stdin=b"PK\x03\x04\x00\x00\x00binary")
    assert done.returncode == 2 and b"binary" in done.stderr


@pytest.mark.parametrize("arguments", [[""], [" \n"], [], ["", "--sender", "0812"], ["", "--json"]])
def test_an_empty_message_is_nothing_to_check(arguments):
    """No answer at all: "no sign of fraud" would be one."""
    done = run("check", *arguments)
    assert done.returncode == 2 and not done.stdout
    assert done.stderr.startswith(b"etle-guard: nothing to check: the message is empty")


def test_an_empty_text_in_a_stream_is_clear():
    """Pictures and files have no text of their own; what hangs on them is judged."""
    lines = b'{"text":""}\n{"text":"","attachments":["Surat Tilang.apk"]}\n'
    done = run("check", "--jsonl", "-", stdin=lines)
    assert [json.loads(line)["level"] for line in done.stdout.splitlines()] == ["clear", "danger"]
    assert done.returncode == 1


def test_export_says_whose_names_are_in_it(tmp_path):
    own = tmp_path / "bank.toml"
    own.write_text('[[official]]\nhost = "bankmelati.co.id"\noperator = "Bank Melati"\n')
    assert run("export", "--out", tmp_path).stdout.decode().endswith("own tables: none\n")
    assert run("export", "--out", tmp_path, "--own", own).stdout.decode().endswith(f"own tables: {own}\n")


def test_control_characters_do_not_reach_the_terminal():
    done = run("check", "tilang \x1b[2J\u202e http://kejaksean.cc/\x1b[31m")
    assert b"\x1b[2J" not in done.stdout and "\u202e" not in done.stdout.decode()


def test_no_color_is_honoured():
    assert b"\x1b[" not in run("check", SCAM, NO_COLOR="1").stdout


def test_scan_keeps_order_reads_gz_and_reports_bad_lines(tmp_path):
    file = tmp_path / "hosts.gz"
    file.write_bytes(gzip.compress(b"kejaksean.cc\nexample.com\n\xff\xfe\nhttps://tilang-etle.org/id\n"))
    one, two = run("scan", file), run("scan", file, "--jobs", "2")
    assert one.stdout == two.stdout
    found = [json.loads(line) for line in one.stdout.splitlines()]
    assert [row["host"] for row in found] == ["kejaksean.cc", "tilang-etle.org"]
    assert list(found[0]) == ["input", "host", "level", "points", "target", "rules"]
    assert one.returncode == 2 and b"line 3" in one.stderr
    everything = run("scan", "-", "--all", stdin=b"example.com\n")
    assert everything.returncode == 0 and json.loads(everything.stdout)["level"] == "clear"


def test_truncated_gz_is_a_clear_error(tmp_path):
    file = tmp_path / "broken.gz"
    file.write_bytes(gzip.compress(b"example.com\n" * 1000)[:-20])
    done = run("scan", file)
    assert done.returncode == 2 and b"broken.gz" in done.stderr and b"Traceback" not in done.stderr


def test_rules_prints_every_card_and_one_whole():
    listed = run("rules").stdout.decode()
    assert "host.imitates" in listed and "notice.transfer" in listed
    card = run("rules", "host.imitates", "--lang", "en").stdout.decode()
    assert "Wrong when" in card and "http" in card


def test_a_card_in_indonesian_says_what_is_english_and_shows_an_example():
    card = run("rules", "host.imitates").stdout.decode()
    assert "Alamatnya meniru alamat resmi" in card and "Mengapa (bahasa Inggris)" in card
    assert "{" not in card and "meniru tilang.kejaksaan.go.id: memakai kata" in card


def test_version_names_the_tables():
    assert b"tables 2026" in run("--version").stdout


def test_scan_counts_what_it_could_not_read(tmp_path):
    file = tmp_path / "hosts.txt"
    file.write_bytes(b"etilang.cc\n\xff\xfe\nexample.com\n" + b"x" * 70_000 + b"\n")
    for jobs in ("1", "2"):
        done = run("scan", file, "--jobs", jobs)
        assert done.returncode == 2
        assert [json.loads(line)["input"] for line in done.stdout.splitlines()] == ["etilang.cc"]
        complaints = done.stderr.decode().splitlines()
        assert [": line 2:" in complaints[0], ": line 4:" in complaints[1]] == [True, True]
        assert "2 line(s) could not be read" in complaints[2] and len(complaints) == 3


@pytest.fixture(scope="module")
def many_hosts(tmp_path_factory):
    file = tmp_path_factory.mktemp("hosts") / "many.txt"
    file.write_bytes(b"".join(b"contoh%d.com\n" % number for number in range(600_000)))
    return file


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_scan_ends_quietly_when_its_reader_is_gone(jobs, many_hosts):
    """As under `| head -1`: no traceback, no warning, and no exit code that says "found"."""
    with _scanning(many_hosts, jobs) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_scan_ends_quietly_on_ctrl_c(jobs, many_hosts):
    with _scanning(many_hosts, jobs) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130 and b"Traceback" not in complaints


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the groups of processes are read from Linux's /proc")
def test_no_process_outlives_a_scan_that_is_killed(many_hosts):
    """Killed outright, it can tell its processes nothing: each has to notice by itself."""
    with _scanning(many_hosts, "2") as process:
        assert len(_group(process.pid)) == 3
        process.kill()
        process.communicate(timeout=60)
    for _ in range(200):
        if not _group(process.pid):
            break
        time.sleep(0.05)
    assert _group(process.pid) == []


def _group(leader):
    """The live processes of a process group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended since
            state, _, group = path.read_text().rpartition(")")[2].split()[:3]
            found += [path] if group == str(leader) and state != "Z" else []
    return found


def _scanning(file, jobs):
    """A scan that has printed its first line and has many more to go."""
    command = [sys.executable, "-m", "etle_guard", "scan", str(file), "--all", "--jobs", jobs]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdout.readline()
    return process


def test_a_page_is_written_that_no_message_can_escape_from(tmp_path):
    text = "Denda tilang: https://kejaksean.cc/id <script>alert(1)</script> \u202e\x1b[31m"
    done = run("check", text, "--html", tmp_path / "out.html", "--sender", "<b>0812</b>", "--attachment", "a&<i>.apk")
    page = (tmp_path / "out.html").read_text()
    assert done.returncode == 1 and "kejaksean.cc" in done.stdout.decode()
    assert "<script>" not in page and "<b>" not in page and "<i>" not in page and "\u202e" not in page
    assert "kejaksean[.]cc/id" in page and "kejaksean.cc" not in page and "<a " not in page
    assert (
        "default-src 'none'" in page
        and "Berbahaya. Jangan dibuka" in page
        and "Aturan: host.imitates" in page
        and "Pengirim" in page
    )


def test_a_page_that_cannot_be_written_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("")
    done = run("check", "halo", "--html", tmp_path / "file" / "out.html")
    assert done.returncode == 2 and b"cannot be written" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete_our_commands(shell):
    done = run("completion", shell)
    assert done.returncode == 0 and b"_ETLE_GUARD_COMPLETE" in done.stdout
    words = {"COMP_WORDS": "etle-guard ch", "COMP_CWORD": "1", "_ETLE_GUARD_COMPLETE": "bash_complete"}
    assert b"check" in run(**words).stdout


def test_several_jobs_answer_in_the_order_of_the_lines(tmp_path):
    lines = [json.dumps({"id": number, "text": f"pesan {number}: cek kejaksean.cc/id"}) for number in range(1200)]
    lines[700] = "no JSON"
    (tmp_path / "m.jsonl").write_text("\n".join(lines) + "\n")
    one, two = run("check", "--jsonl", tmp_path / "m.jsonl"), run("check", "--jsonl", tmp_path / "m.jsonl", "--jobs", 2)
    assert two.stdout == one.stdout and one.returncode == two.returncode == 2
    assert json.loads(two.stdout.splitlines()[700])["line"] == 701


def test_versions_are_tied_together():
    """Package, tables, extension and the page of versions say the same."""
    root = Path(__file__).parents[1]
    package = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    manifest = json.loads((root / "extension/manifest.json").read_text())["version"]
    told = run("--version").stdout.decode()
    rulebook = json.loads((root / "extension/data/rulebook.json").read_text())["version"]
    trained = json.loads((root / "models/text.json").read_text())["trained_on"]
    assert package == manifest and told.startswith(f"etle-guard {package}, tables {rulebook}, text model {trained}")
    assert f"## {package}" in (root / "CHANGELOG.md").read_text()
