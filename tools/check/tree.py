"""The files of a tree that the checkers look at: those git knows (or would take), or every file of a fixture."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = "tools/check/fixtures/"


def files(root):
    """Paths relative to `root`, sorted, without fixtures that are faulty on purpose."""
    root = pathlib.Path(root)
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "."],
                            capture_output=True, check=True).stdout.decode()
    names = sorted(n for n in set(listed.split("\0")) if n and (root / n).is_file())
    return [n for n in names if not n.startswith(FIXTURES)]


def text(root, name):
    """The content, or None for a file that is no text."""
    try:
        return (pathlib.Path(root) / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
