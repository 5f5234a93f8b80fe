#!/usr/bin/env python3
"""No machine's paths, no notes for later; the checker is seen to find both."""
import pathlib
import tempfile

import no_machine_paths
import say
import tree

found = no_machine_paths.check(tree.ROOT)
say.expect("no file names a machine's folder or a chore for later", not found, "\n".join(found))
with tempfile.TemporaryDirectory() as folder:
    # Written here, so that the fixture does not stand in the tree as a fault of its own.
    import subprocess
    subprocess.run(["git", "init", "-q", folder], check=True)
    (pathlib.Path(folder) / "a.cpp").write_text("open(\"/ho" + "me/someone/data\");\n// TO" + "DO later\nopen(\"/etc/hosts\"); // api/work/x\n")
    broken = no_machine_paths.check(folder)
say.expect("a machine's folder is found", any("a.cpp:1" in f for f in broken), "\n".join(broken))
say.expect("a note for later is found", any("a.cpp:2" in f for f in broken), "\n".join(broken))
say.expect("ordinary paths are left alone", not any("a.cpp:3" in f for f in broken), "\n".join(broken))
say.end()
