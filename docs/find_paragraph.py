"""Print a paragraph: python find_paragraph.py FILE.docx "body/tbl[1]/tr[2]/tc[1]/p[3]"."""

import re
import sys
import zipfile
from posixpath import dirname, join, normpath, split

from lxml import etree

STEPS = {"p", "tbl", "tr", "tc", "txbxContent"}
WRITTEN = [f"{{*}}{name}" for name in ("t", "sym", "tab", "ptab", "br", "cr", "noBreakHyphen")]
PARSER = etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)
path = "".join(sys.argv[1:-1])
file = zipfile.ZipFile(path) if zipfile.is_zipfile(path) else sys.exit(f"Not a .docx. {__doc__}")
parts = {name.replace("\\", "/").lstrip("/").lower(): name for name in file.namelist()}


def parse(name):
    part = parts.get(normpath(name).lstrip("/").lower())
    root = etree.fromstring(file.read(part) if part else "<none/>", PARSER)
    for one in list(root.iter("{*}Choice", "{*}Fallback")):  # Word takes the first it knows
        uris = [one.nsmap.get(prefix, "") for prefix in one.get("Requires", "").split()]
        if one.getprevious() is not None or not all("//schemas." in uri for uri in uris):
            one.getparent().remove(one)
    return root


def targets(name, kind):
    arrows = parse(join(dirname(name), "_rels", f"{split(name)[1]}.rels"))
    arrows = [arrow for arrow in arrows if arrow.get("Type").endswith(f"/{kind}")]
    return {a.get("Id"): join(dirname(name), a.get("Target").replace("\\", "/")) for a in arrows}


def inside(top, kinds, ends):
    for one in top.iterdescendants(*kinds):
        if next(a for a in one.iterancestors() if a is top or a.tag.split("}")[1] in ends) is top:
            yield one


(story, nth), *steps = re.findall(r"(\w+)\[?(\d*)", sys.argv[2].replace("txbx", "txbxContent"))
main = next(iter(targets("", "officeDocument").values()))
ids = parse(main).xpath(f"//*[local-name()='{story}Reference']/@*[local-name()='id']")
margins = [parse(part) for part in dict.fromkeys(map(targets(main, story).get, ids)) if part]
notes = [note for part in targets(main, f"{story}s").values() for note in parse(part)]
notes = [note for note in notes if not note.xpath("@*[local-name()='type' and . != 'normal']")]
try:
    place = ([parse(main)] if story == "body" else margins or notes)[int(nth or 1) - 1]
    for kind, nth in steps:
        place = list(inside(place, [f"{{*}}{kind}"], STEPS))[int(nth) - 1]
except IndexError:
    sys.exit(f"{path} has no {sys.argv[2]}")
for sign in inside(place, WRITTEN, {*STEPS, "pPr", "del", "moveFrom", "drawing", "pict", "object"}):
    print(sign.text or chr(int(sign.xpath("string(@*[local-name()='char'])") or "20", 16)), end="")
