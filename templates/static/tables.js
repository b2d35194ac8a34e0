// Tables that sort by their headers and are narrowed down by a field. What they show stands in the address.
"use strict";

(function () {
  const { ngettext, show } = notesite;
  const COLLATOR = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

  // What the address says after its #; a place on the page is none of it.
  function state() {
    return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  }

  function address(changes) {
    const next = state();
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    return String(next) ? `#${next}` : "";
  }

  const redraws = [];

  function redraw() {
    for (const each of redraws) each();
  }

  // Goes where the address says these things too; while somebody types, that is one step and not many.
  function go(changes, isTyping = false) {
    history[isTyping ? "replaceState" : "pushState"](null, "", address(changes) || location.pathname);
    redraw();
  }

  function onState(draw) {
    redraws.push(draw);
    draw();
  }

  addEventListener("popstate", redraw);
  addEventListener("hashchange", redraw);

  // Makes buttons of a table's headers; `latest` are those by which what is largest comes first.
  function headers(table, names, latest, key) {
    const cells = table.querySelectorAll("thead th");
    cells.forEach((cell, number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const now = sorting(names, key);
        const isDown = now.name === names[number] ? !now.isDown : latest.includes(names[number]);
        const isFirst = number === 0 && !isDown;
        go({ [key]: isFirst ? "" : `${isDown ? "-" : ""}${names[number]}`, page: "" });
        button.focus();
      });
    });
  }

  // By which column a table is sorted; by the first unless the address says otherwise.
  function sorting(names, key) {
    const said = state().get(key) || "";
    const name = said.replace(/^-/, "");
    return names.includes(name) ? { name, isDown: said.startsWith("-") } : { name: names[0], isDown: false };
  }

  function markSorted(table, names, { name, isDown }) {
    table.querySelectorAll("thead th").forEach((cell, number) => {
      if (names[number] === name) cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }

  // Two values of a column: what is empty comes last, either way.
  function compared(one, other, isDown) {
    if (one === other) return 0;
    if (one === "" || other === "") return one === "" ? 1 : -1;
    const difference = typeof one === "number" ? one - other : COLLATOR.compare(one, other);
    return isDown ? -difference : difference;
  }

  // Tells a table's field what is typed, and what it shall say.
  function filterField(draw) {
    const field = document.querySelector(".filter input");
    if (!field) return;
    field.addEventListener("input", () => go({ q: field.value.trim(), page: "" }, true));
    onState(() => {
      const query = state().get("q") || "";
      if (field.value.trim() !== query) field.value = query;
      draw(query);
    });
  }

  function tell(words) {
    const told = document.querySelector(".filter .told");
    if (told) told.innerHTML = words;
  }

  // A table that is whole on its page: its rows change places, and those that do not fit are hidden.
  function whole(table, number) {
    const names = Array.from(table.querySelectorAll("thead th"), (_each, index) => String(index + 1));
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const isTree = table.classList.contains("tree");
    const key = number ? `sort${number + 1}` : "sort";
    const values = new Map(rows.map((row) => [row, Array.from(row.cells, valueOf)]));
    const latest = names.filter((_each, index) => rows.some((row) => row.cells[index]?.classList.contains("num")));
    headers(table, names, latest, key);
    onState(() => {
      const { name, isDown } = sorting(names, key);
      markSorted(table, names, { name, isDown });
      const isAsWritten = name === "1" && !isDown;
      const by = Number(name) - 1;
      const value = (row) => (isTree && by === 0 ? row.dataset.name || values.get(row)[0] : values.get(row)[by]);
      const sorted = isAsWritten ? rows : [...rows].sort((one, other) => compared(value(one), value(other), isDown));
      body.append(...sorted);
      if (isTree) flatten(table, rows, !isAsWritten);
    });
    return rows;
  }

  // A tree that is sorted otherwise is none: each row has its whole name.
  function flatten(table, rows, isFlat) {
    table.classList.toggle("flat", isFlat);
    for (const row of rows) {
      const { name } = row.dataset;
      if (name) row.querySelector("th a").textContent = isFlat ? name : name.slice(name.lastIndexOf("/") + 1);
    }
  }

  function valueOf(cell) {
    const time = cell.querySelector("time[datetime]");
    if (time) return time.dateTime;
    const text = cell.textContent.trim();
    const digits = text.replace(/[.,\s\u202f]/g, "");
    return cell.classList.contains("num") && /^\d+$/.test(digits) ? Number(digits) : text;
  }

  async function narrow(rows, query) {
    if (query && !notesite.folded) await notesite.load("fold");
    const words = query ? notesite.wordsOf(query) : [];
    let count = 0;
    for (const row of rows) {
      const own = words.length ? notesite.wordsOf(`${row.dataset.name || ""} ${row.textContent}`) : [];
      const fits = words.every((word) => own.some((each) => each.startsWith(word)));
      show(row, fits);
      if (fits) count++;
    }
    if (query) await notesite.load("found");
    tell(query ? ngettext("%(num)s row", "%(num)s rows", count) : "");
  }

  const tables = document.querySelector(".pager") ? [] : document.querySelectorAll("main:not(.page-contacts) table[data-sortable]");
  const found = Array.from(tables, whole);
  if (found.length) filterField((query) => narrow(found.flat(), query));

  Object.assign(notesite, { state, address, onState, headers, sorting, markSorted, compared, filterField, tell });
})();
