// Tables of texts in, an Excel workbook out: just what the format asks for (ECMA-376, SpreadsheetML).
const workbook = (() => {
  const { cell } = store.data;
  const { HEAD, escaped, allowed } = markup;
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

  function held(value) {
    const plain = allowed(String(value));
    const fits = plain.length <= cell.longest
      ? plain : allowed(plain.slice(0, cell.longest - cell.cut.length)) + cell.cut;
    return escaped(fits.replace(CODED, "_x005F_"));
  }

  function letters(number) {
    return (number > 25 ? letters(Math.floor(number / 26) - 1) : "") + String.fromCharCode(65 + number % 26);
  }

  function line(values, number, style) {
    const cells = values.map((value, column) => value === "" ? "" :
      `<c r="${letters(column)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${held(value)}</t></is></c>`);
    return `<row r="${number}">${cells.join("")}</row>`;
  }

  function sheetXml({ columns, widths, rows }) {
    const last = `${letters(columns.length - 1)}${rows.length + 1}`;
    const wide = columns.map((name, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${(widths || {})[name] || 18}" customWidth="1"/>`);
    return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/>` +
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${wide.join("")}</cols><sheetData>${line(columns, 1, 1)}` +
      rows.map((row, number) => line(row, number + 2, 2)).join("") +
      `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
  }

  const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF17365C"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="3"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/>' +
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

  function workbookXml(sheets) {
    const listed = sheets.map(({ name, hidden }, number) =>
      `<sheet name="${escaped(name)}" sheetId="${number + 1}"${hidden ? ' state="veryHidden"' : ""} r:id="rId${number + 1}"/>`);
    return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`;
  }

  function relations(targets) {
    const listed = targets.map(([type, target], number) =>
      `<Relationship Id="rId${number + 1}" Type="${type}" Target="${target}"/>`);
    return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${listed.join("")}</Relationships>`;
  }

  function contentTypes(sheets) {
    const listed = sheets.map((_, number) =>
      `<Override PartName="/xl/worksheets/sheet${number + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`);
    return `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      `${listed.join("")}</Types>`;
  }

  // Whoever takes the file in reads from here when it was saved.
  function coreXml(name) {
    const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    const when = (tag) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${now}</dcterms:${tag}>`;
    return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:creator>${held(name)}</dc:creator>${when("created")}${when("modified")}</cp:coreProperties>`;
  }

  function made(sheets, name) {
    const parts = sheets.map((sheet, number) => [`xl/worksheets/sheet${number + 1}.xml`, sheetXml(sheet)]);
    return zip.archive([
      ["[Content_Types].xml", contentTypes(sheets)],
      ["_rels/.rels", relations([
        [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
        [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
      ])],
      ["docProps/core.xml", coreXml(name)],
      ["xl/workbook.xml", workbookXml(sheets)],
      ["xl/_rels/workbook.xml.rels", relations([
        ...sheets.map((_, number) => [`${OFFICE}/worksheet`, `worksheets/sheet${number + 1}.xml`]),
        [`${OFFICE}/styles`, "styles.xml"],
      ])],
      ["xl/styles.xml", STYLES],
      ...parts,
    ]);
  }

  return { made };
})();
