"""Blocks and a number of pictures in, a Word file that names so many pictures out."""

from tests.support.word import docx, r

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = r('<w:drawing><a:blip r:embed="rIdA"/></w:drawing>')


def scanned(*body: str, pictures: int = 1) -> bytes:
    rels = "".join(
        f'<Relationship Id="rIdA{n}" Type="{RELATED}/image" Target="media/image{n}.png"/>'
        for n in range(pictures)
    )
    named = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'
    return docx(*body, more={"word/_rels/document.xml.rels": named})
