// What a person did, kept in this browser under the name of the pack; it works without keeping, too.
const store = (() => {
  const { byId } = elements;
  const data = JSON.parse(byId("data").textContent);
  const everywhere = "fingerpost/";
  const mine = `${everywhere}${data.council}/${data.pack || data.questions}/`;
  const memory = new Map();
  let keeps = true;
  let listener = () => {};

  try {
    window.localStorage.setItem(`${mine}trial`, "1");
    window.localStorage.removeItem(`${mine}trial`);
  } catch (refused) {
    keeps = false;
  }

  function read(name, otherwise) {
    let text = memory.get(name);
    if (keeps && text === undefined) { text = window.localStorage.getItem(name); }
    try {
      return text ? JSON.parse(text) : otherwise;
    } catch (damaged) {
      return otherwise;
    }
  }

  function write(name, value) {
    const text = value === null ? null : JSON.stringify(value);
    if (keeps) {
      try {
        if (text === null) { window.localStorage.removeItem(name); }
        else { window.localStorage.setItem(name, text); }
        memory.delete(name);
        return;
      } catch (full) {
        keeps = false;
        listener();
      }
    }
    memory.set(name, text);
  }

  function* answered() {
    const begin = `${mine}answer/`;
    const names = new Set(keeps ? Object.keys(window.localStorage) : []);
    for (const name of memory.keys()) { names.add(name); }
    for (const name of names) {
      if (!name.startsWith(begin)) { continue; }
      const value = read(name, null);
      if (value) { yield [name.slice(begin.length), value]; }
    }
  }

  // Answers that were given in this browser on an earlier page of the same council, or on another pack.
  function* earlier() {
    const begin = `${everywhere}${data.council}/`;
    for (const name of keeps && !data.blind ? Object.keys(window.localStorage) : []) {
      const at = name.indexOf("/answer/");
      const value = name.startsWith(begin) && !name.startsWith(mine) && at > 0 ? read(name, null) : null;
      if (value) { yield [name.slice(at + "/answer/".length), { after: "", ...value }]; }
    }
  }

  // Another tab with the same pack wrote something: pass on what, so that both show the same.
  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(mine)) { listener(event.key && event.key.slice(mine.length)); }
  });

  return {
    data,
    answered,
    earlier,
    get keeps() { return keeps; },
    get: (name, otherwise) => read(mine + name, otherwise),
    set: (name, value) => write(mine + name, value),
    getShared: (name, otherwise) => read(everywhere + name, otherwise),
    setShared: (name, value) => write(everywhere + name, value),
    onChange: (act) => { listener = act; },
  };
})();
