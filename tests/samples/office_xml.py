"""The fixed frame of a flat OpenDocument file: its styles and page, with places for the words."""

FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls><style:font-face style:name="Wingdings" svg:font-family="Wingdings" style:font-charset="x-symbol"/>
<style:font-face style:name="Symbol" svg:font-family="Symbol" style:font-charset="x-symbol"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
{headings}
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading">
<style:text-properties fo:font-size="24pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Frame" style:family="graphic"/>
<text:list-style style:name="Bulleted">{bullets}</text:list-style>
<text:list-style style:name="Numbered">{numbers}</text:list-style>
<style:style style:name="Guidance_20_Bullet" style:display-name="Guidance Bullet" style:family="paragraph"
 style:parent-style-name="Standard" style:list-style-name="Bulleted"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Unseen" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Winged" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style>
<style:style style:name="Greek" style:family="text"><style:text-properties style:font-name="Symbol"/></style:style>
<style:style style:name="Bold1" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>
<style:style style:name="Bold2" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-weight="bold" fo:font-size="13pt"/></style:style>
<style:style style:name="Bold3" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Typed" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.4cm"/></style:style>
<style:style style:name="Boxed" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties fo:border="0.5pt solid #000000"/></style:style>
{shades}
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
{edges}
</style:master-page></office:master-styles>
<office:body><office:text>{changes}
{body}
</office:text></office:body></office:document>
"""

HEADING = (
    '<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
    'style:parent-style-name="Heading" style:default-outline-level="{level}">'
    '<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
)
_SHIFT = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" '
    'fo:margin-left="{left}cm"/></style:list-level-properties>'
)
BULLET = (
    '<text:list-level-style-bullet text:level="{level}" text:bullet-char="{mark}">'
    + _SHIFT
    + "</text:list-level-style-bullet>"
)
NUMBER = (
    '<text:list-level-style-number text:level="{level}" style:num-format="{form}" style:num-suffix=".">'
    + _SHIFT
    + "</text:list-level-style-number>"
)
SHADE = (
    '<style:style style:name="Shade{colour}" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="#{colour}" fo:border="0.5pt solid #000000"/></style:style>'
)


def frame(body: str, edges: str, changes: str, colours: tuple[str, ...]) -> str:
    """The whole file: body, header and footer, tracked changes and the cell colours that the tables use."""
    levels = range(1, 5)
    return FRAME.format(
        headings="".join(HEADING.format(level=level, size=20 - 2 * level) for level in levels),
        bullets="".join(
            BULLET.format(level=n, mark="•◦▪"[n - 1], left=0.6 * n) for n in range(1, 4)
        ),
        numbers="".join(
            NUMBER.format(level=n, form="1ai"[n - 1], left=0.6 * n) for n in range(1, 4)
        ),
        shades="".join(SHADE.format(colour=colour) for colour in colours),
        edges=edges,
        changes=f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else "",
        body=body,
    )
