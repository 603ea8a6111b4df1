// Answers in, the file that takes them to the team out, as a workbook or as plain data; and back.
const files = (() => {
  const { data } = store;
  const PULL_OUT = "Pull out";
  const { ASKED_AFTER } = answers;
  const kinds = data.kinds;
  const answerColumns = ["Wording", ...kinds.flatMap((kind) => [kind.name, kind.also])];

  const by = (answer) => answer.decision || answer.note || answers.isEdited(answer) ? answer.reviewer || answers.reviewer : "";

  function labelCells(one) {
    return kinds.flatMap((kind, number) => {
      const [main, ...others] = answers.labelsOf(one, number);
      return [main || "", others.join("; ")];
    });
  }

  function headings() {
    return {
      name: "Headings",
      columns: ["Heading", "We think it means", "This means", "Note", "Reviewer", "Ref"],
      widths: { Heading: 40, "We think it means": 40, "This means": 34, Note: 30 },
      rows: data.headings.map((one) => {
        const answer = answers.get(one.ref);
        const means = answer.decision || answers.wasSent(one.ref, "This means");
        return [one.text, one.thought, means, answer.note || "", by(answer), one.ref];
      }),
    };
  }

  function queue() {
    return {
      name: "Queue",
      columns: ["Decision", ...answerColumns, ...data.voices, "Note", "Reviewer", "Why it is here", "Under", "Document", "Ref"],
      widths: { Wording: 60, Note: 30, "Why it is here": 40, Under: 40, Document: 30 },
      rows: data.statements.map((one) => {
        const answer = answers.get(one.ref);
        return [
          answer.decision || "", answers.wordingOf(one), ...labelCells(one), ...answers.voiceOf(one), answer.note || "", by(answer),
          one.why, data.words[one.under], data.words[one.document], one.ref,
        ];
      }),
    };
  }

  function skim() {
    const line = (row) => {
      const answer = answers.get(row.Ref);
      const fine = answer.decision === data.allFine ? answer.decision : "";
      const out = answer.decision === PULL_OUT ? answer.decision : "";
      return [fine, out, row.Statement, row.Categories || "", row.Under, answer.note || "", by(answer), row.Ref];
    };
    return {
      name: "Skim",
      columns: [data.allFine, PULL_OUT, "Statement", "Categories", "Under", "Note", "Reviewer", "Ref"],
      widths: { Statement: 70, Categories: 40, Under: 40 },
      rows: data.skim.flatMap((group) => [group, ...group.members]).map(line),
    };
  }

  function rules() {
    return {
      name: "Proposed rules",
      columns: ["Decision", "Rule", "Reviewer", "Note", "Ref"],
      widths: { Rule: 90 },
      rows: data.rules.map((row) => {
        const answer = answers.get(row.Ref);
        return [answer.decision || "", row.Rule, by(answer), answer.note || "", row.Ref];
      }),
    };
  }

  function comments() {
    return {
      name: "Comments",
      columns: ["Statement", "Comment", "Your name", "Under", "Ref"],
      widths: { Statement: 70, Comment: 60, Under: 40 },
      rows: data.statements.map((one) => {
        const answer = answers.get(one.ref);
        return [one.wording, answer.note || "", by(answer), data.words[one.under], one.ref];
      }),
    };
  }

  function sent() {
    const columns = Object.keys(data.sent);
    const longest = Math.max(...columns.map((name) => data.sent[name].length), 0);
    const asked = (number) => { const ref = data.sent.Ref[number]; return ref ? answers.askedAfter(ref) : ""; };
    const cell = (name, number) => (name === ASKED_AFTER ? asked(number) : data.sent[name][number] || "");
    const rows = Array.from({ length: longest }, (_, number) => columns.map((name) => cell(name, number)));
    return { name: "Sent", hidden: true, columns, rows };
  }

  function asWorkbook() {
    const sheets = data.comments
      ? [comments()] : [headings(), queue(), skim(), ...(data.rules.length ? [rules()] : [])];
    return workbook.made([...sheets, sent()], answers.reviewer);
  }

  function plainAnswer(ref, answer) {
    // The last of these columns always goes along, so that it can be seen that the row was sent.
    const shown = data.rowColumns.filter((name) => name === ASKED_AFTER || answers.wasSent(ref, name));
    const said = {
      ref,
      decision: answer.decision || "",
      note: answer.note || "",
      reviewer: by(answer),
      decided_at: answer.at || "",
      asked_after: answers.askedAfter(ref),
      sent: Object.fromEntries(shown.map((name) => [name, name === ASKED_AFTER ? answers.askedAfter(ref) : answers.wasSent(ref, name)])),
    };
    if (answer.wording !== undefined) { said.wording = answer.wording; }
    if (answer.voice) { [said.child_voice, said.child_voice_by] = answer.voice; }
    const edited = Object.entries(answer.labels || {});
    if (edited.length) {
      said.labels = Object.fromEntries(edited.map(([kind, labels]) => [kinds[kind].name, labels]));
    }
    return said;
  }

  function asData() {
    const whole = {
      fingerpost_decisions: 1,
      council: data.council,
      pack: data.pack,
      kind: data.comments ? "comments" : "",
      blind: data.blind,
      reviewer: answers.reviewer,
      decisions: Array.from(answers.all, ([ref, answer]) => plainAnswer(ref, answer)),
    };
    return new Blob([`${JSON.stringify(whole, null, 1)}\n`], { type: "application/json" });
  }

  function keptAnswer(said) {
    const labels = Object.entries(said.labels || {})
      .map(([name, chosen]) => [kinds.findIndex((kind) => kind.name === name), chosen])
      .filter(([kind]) => kind >= 0);
    const answer = { decision: said.decision || "", note: said.note || "", reviewer: said.reviewer || "", at: said.decided_at || "", after: said.asked_after || "" };
    if (typeof said.wording === "string") { answer.wording = said.wording; }
    if (typeof said.child_voice === "string") { answer.voice = [said.child_voice, said.child_voice_by || ""]; }
    if (labels.length) { answer.labels = Object.fromEntries(labels); }
    return answer;
  }

  // Return [ref, answer] pairs of a file that was saved from this page; throws where it is no such file.
  function fromData(text) {
    const whole = JSON.parse(text);
    if (whole.fingerpost_decisions !== 1 || !Array.isArray(whole.decisions)) { throw new Error("another kind of file"); }
    return whole.decisions.filter((said) => said && typeof said.ref === "string").map((said) => [said.ref, keptAnswer(said)]);
  }

  const plainName = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

  function save(kind) {
    const [blob, ending] = kind === "workbook" ? [asWorkbook(), "xlsx"] : [asData(), "json"];
    const name = `${["answers", plainName(answers.reviewer), plainName(data.council), new Date().toISOString().slice(0, 10)].filter(Boolean).join("-")}.${ending}`;
    const link = elements.make("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    answers.saved();
    return name;
  }

  return { save, fromData, PULL_OUT };
})();
