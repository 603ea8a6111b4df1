"use strict";
// The statements of a list in, a Word document out: just what the format asks for (ECMA-376, WordprocessingML).
const docx = (() => {
  const { HEAD } = markup;
  const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const TYPE = `${TYPES}.document`;

  const held = (text) => markup.escaped(markup.allowed(String(text)));
  const run = (text, look = "") => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${held(text)}</w:t></w:r>`;
  const paragraph = (style, ...parts) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${parts.join("")}</w:p>`;

  // Addresses stand beside the document, each under an id of its own.
  function linker() {
    const addresses = [];
    const link = (address, text) => {
      addresses.push(address);
      return `<w:hyperlink r:id="rId${addresses.length + 1}">${run(text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
    };
    return { addresses, link };
  }

  function resource(one, link) {
    const more = [one.publisher, one.trusted, one.checked && `checked ${statements.day(one.checked)}`].filter(Boolean).join("; ");
    const written = one.url && one.url !== one.title ? ` (${one.url})` : "";
    return paragraph("ListBullet", one.url ? link(one.url, one.title) : run(one.title), run(written + (more ? ` – ${more}` : "")));
  }

  function fact(name, value) {
    return value ? paragraph("Fact", run(`${name}: `, "<w:b/>"), run(value)) : "";
  }

  function statement(one, place, link) {
    const page = statements.address(one);
    const resources = statements.resources(one);
    return [
      statements.lead(one) ? paragraph("LeadIn", run(statements.lead(one))) : "",
      paragraph("Heading2", run(`${place + 1}. ${one.text}`)),
      one.child ? paragraph("Normal", run(`In a child's words: “${one.child}”`)) : "",
      fact("Level of support", statements.tier(one)),
      fact("Categories", statements.labels(one).map((label) => label.label).join(" · ")),
      fact("For", statements.phases(one).join(", ")),
      fact("From", statements.origin(one)),
      fact("Agreed", statements.agreed(one)),
      resources.length ? paragraph("Fact", run("Resources:", "<w:b/>")) : "",
      ...resources.map((each) => resource(each, link)),
      page ? paragraph("Fact", link(page, "This statement in the directory")) : "",
    ].join("");
  }

  // What stands at the top of each page.
  const header = (text) => `${HEAD}<w:hdr xmlns:w="${MAIN}">${paragraph("Normal", run(text, "<w:b/>"))}</w:hdr>`;

  function documentXml(several, { heading, below, draft }, link) {
    const body = [
      paragraph("Title", run(heading)),
      paragraph("Normal", run(below)),
      ...several.map((one, place) => statement(one, place, link)),
    ];
    const above = draft ? '<w:headerReference w:type="default" r:id="rIdHeader"/>' : "";
    const page = `<w:sectPr>${above}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
    return `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body.join("")}${page}</w:body></w:document>`;
  }

  function style(id, name, { kind = "paragraph", based = "Normal", about = "", look = "" }) {
    const isNormal = id === "Normal";
    return `<w:style w:type="${kind}"${isNormal ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>` +
      `${isNormal || kind === "character" ? "" : `<w:basedOn w:val="${based}"/>`}<w:qFormat/>` +
      `${about && `<w:pPr>${about}</w:pPr>`}${look && `<w:rPr>${look}</w:rPr>`}</w:style>`;
  }

  const size = (halves) => `<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/>`;
  const around = (before, after) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
  const STYLES = `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>${size(22)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>` + [
    style("Normal", "Normal", { about: around(0, 100) }),
    style("Title", "Title", { about: around(0, 200), look: `<w:b/><w:color w:val="17365C"/>${size(40)}` }),
    style("Heading2", "heading 2", { about: `<w:keepNext/><w:keepLines/>${around(240, 100)}<w:outlineLvl w:val="1"/>`, look: `<w:b/><w:color w:val="17365C"/>${size(26)}` }),
    style("LeadIn", "Lead-in", { about: `<w:keepNext/><w:keepLines/>${around(240, 0)}`, look: '<w:i/><w:color w:val="404A55"/>' }),
    style("Fact", "Fact", { about: `<w:keepLines/>${around(0, 40)}` }),
    style("ListBullet", "List Bullet", { about: `<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>${around(0, 40)}<w:ind w:left="425" w:hanging="283"/>` }),
    style("Hyperlink", "Hyperlink", { kind: "character", look: '<w:color w:val="17365C"/><w:u w:val="single"/>' }),
  ].join("") + "</w:styles>";

  const NUMBERING = `${HEAD}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

  const contentTypes = (draft) => `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${TYPE}.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
    `<Override PartName="/word/numbering.xml" ContentType="${TYPES}.numbering+xml"/>` +
    `${draft && `<Override PartName="/word/header1.xml" ContentType="${TYPES}.header+xml"/>`}` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

  const relation = (id, type, target, isOutside) =>
    `<Relationship Id="${id}" Type="${type}" Target="${held(target)}"${isOutside ? ' TargetMode="External"' : ""}/>`;
  const relations = (several) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${several.join("")}</Relationships>`;

  function coreXml(title) {
    return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${held(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;
  }

  function made(several, told) {
    const { heading, draft } = told;
    const { addresses, link } = linker();
    const body = documentXml(several, told, link);
    const archive = zip.archive([
      ["[Content_Types].xml", contentTypes(draft)],
      ["_rels/.rels", relations([
        relation("rId1", `${OFFICE}/officeDocument`, "word/document.xml"),
        relation("rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
      ])],
      ["docProps/core.xml", coreXml(heading)],
      ["word/document.xml", body],
      ["word/_rels/document.xml.rels", relations([
        relation("rIdStyles", `${OFFICE}/styles`, "styles.xml"),
        relation("rIdNumbering", `${OFFICE}/numbering`, "numbering.xml"),
        ...(draft ? [relation("rIdHeader", `${OFFICE}/header`, "header1.xml")] : []),
        ...addresses.map((address, number) => relation(`rId${number + 2}`, `${OFFICE}/hyperlink`, address, true)),
      ])],
      ["word/styles.xml", STYLES],
      ["word/numbering.xml", NUMBERING],
      ...(draft ? [["word/header1.xml", header(draft)]] : []),
    ]);
    return new Blob([archive], { type: TYPE });
  }

  return { made };
})();
