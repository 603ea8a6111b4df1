"use strict";
// The statements of a list in, a table that a spreadsheet opens and never computes out.
const csv = (() => {
  const COMPUTED = /^'*[=+\-@\t\r]/;

  const neutral = (text) => (COMPUTED.test(text) ? `'${text}` : text);
  const cell = (value) => { const text = neutral(String(value)); return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; };

  const columns = [
    ...(statements.data.draft ? [["Draft", () => statements.data.draft]] : []),
    ["Place", (one, place) => place + 1],
    ["Introduced by", statements.lead],
    ["Statement", (one) => one.text],
    ["In a child's words", (one) => one.child || ""],
    ...statements.data.kinds.map((kind) => [kind.name,
      (one) => statements.labels(one).filter((label) => statements.data.kinds[label.kind] === kind).map((label) => label.label).join("; ")]),
    ["Level of support", statements.tier],
    ["Phase", (one) => statements.phases(one).join("; ")],
    ["Resources", (one) => statements.resources(one).map(({ title, url }) => [title, url].filter(Boolean).join(" ")).join("; ")],
    ["From", statements.origin],
    ["Agreed", statements.agreed],
    ["Page", statements.address],
    ["Reference", (one) => one.id],
  ];

  function made(several) {
    const rows = [columns.map(([name]) => name), ...several.map((one, place) => columns.map(([, of]) => of(one, place)))];
    const text = rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
    return new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });
  }

  return { made };
})();
