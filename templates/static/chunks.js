// What the site knows of the days after its build: what comes up when, by month, and the rows of it in buckets.
"use strict";

(function () {
  const { day, hueOf, refresh, setHue, show, sorted } = notesite;
  const KINDS = { mine: "promises", theirs: "promises", events: "events", birthdays: "birthdays" };
  const found = { windows: [], mine: [], theirs: [], events: [], birthdays: [] };
  const rows = new Map();
  const asked = new Map();
  const holder = document.querySelector("main [data-chunks]");

  function itemOf(kind, [path, bucket, number, on, since, until, hidden, name, line]) {
    return { kind, path, bucket, number, on, since, until, hidden, order: [on || "9999-99", name, path, line] };
  }

  // Each month is a script that hands over what comes up, each bucket one that hands over rows, by note and kind.
  notesite.chunk = (data) => {
    for (const [path, key, bucket, records] of data.windows) {
      for (const record of records) found.windows.push(notesite.windowOf(path, key, bucket, record));
    }
    for (const [list, kind] of Object.entries(KINDS)) {
      for (const record of data[list]) found[list].push(itemOf(kind, record));
    }
  };
  notesite.rows = (data) => {
    for (const [path, own] of Object.entries(data)) rows.set(path, own);
  };

  function load(name) {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `assets/${name}.js`;
        script.onload = script.onerror = resolve;
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  // Reads the months that are needed, all of them unless it is said.
  async function readMonths(isNeeded = () => true) {
    const names = holder.dataset.chunks.split(" ").filter(Boolean);
    await Promise.all(names.filter(isNeeded).map((name) => load(`due-${name}`)));
    for (const list of Object.keys(KINDS)) found[list] = sorted(found[list], (each) => each.order);
    return found;
  }

  // Reads the buckets that have the rows of these windows and items.
  function readRows(shown) {
    return Promise.all(Array.from(new Set(shown.map((each) => each.bucket)), (bucket) => load(`rows-${bucket}`)));
  }

  function element(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  // The row of a window or an item; nothing where its bucket could not be read.
  function rowOf({ path, kind, number }) {
    const own = rows.get(path) || {};
    return element((own[kind] || [])[number] || "");
  }

  // The row of a follow-up, as its day has it.
  function followUp({ window, state }) {
    const item = rowOf(window);
    if (!item) return item;
    item.dataset.state = state;
    const when = item.querySelector(".when");
    if (when) setHue(when, hueOf(window.bands, state, day));
    return item;
  }

  function fill(list, items) {
    const there = items.filter(Boolean);
    list.replaceChildren(...there);
    refresh(list, day);
    show(list, there.length > 0);
  }

  // On another day than the build's, the page is out of sight until it is drawn.
  function onAnotherDay(draw) {
    if (!holder || day === notesite.site.built) return;
    document.documentElement.classList.add("reading");
    draw(holder).finally(() => document.documentElement.classList.remove("reading"));
  }

  Object.assign(notesite, { readMonths, readRows, element, rowOf, followUp, fill, onAnotherDay });
})();
