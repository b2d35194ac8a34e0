// The keyboard: search, rows, and pages; and what is read on first use only.
"use strict";

(function () {
  const base = new URL("..", document.currentScript.src).href;
  const FLAG = "notesite-keys";
  const WAIT = 1500;
  const GOES = { t: "index.html", d: "due.html", c: "contacts.html", e: "events.html" };
  const ROWS = "main :is(tbody > tr, .row, .lines > li, .plain > li, .time > li, .brief, .findings > li)";
  const FIELDS = "input, textarea, select, [contenteditable]";
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const asked = new Map();

  // Reads one of the site's scripts once, in the order of asking; tells whether it could be read.
  function load(name) {
    if (!asked.has(name)) {
      asked.set(name, document.querySelector(`script[src$="/${name}.js"], script[src="${name}.js"]`) ? Promise.resolve(true) : added("script", {
        src: `${base}assets/${name}.js`, async: false,
      }));
    }
    return asked.get(name);
  }

  function loadStyle(name) {
    const isThere = document.querySelector(`link[href$="assets/${name}.css"]`);
    return isThere ? Promise.resolve(true) : added("link", { rel: "stylesheet", href: `${base}assets/${name}.css` });
  }

  function added(tag, attributes) {
    return new Promise((resolve) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      document.head.append(element);
    });
  }

  // Only this flag is kept: other local files may read it.
  function areOn() {
    try {
      return localStorage.getItem(FLAG) !== "off";
    } catch {
      return true;
    }
  }

  function switchKeys(isOn) {
    try {
      if (isOn) localStorage.removeItem(FLAG);
      else localStorage.setItem(FLAG, "off");
    } catch {
      // Where nothing can be kept, they stay on.
    }
  }

  let waiting = null;

  async function openSearch() {
    const field = document.querySelector("#finder input");
    if (field) {
      field.focus();
      field.select();
      return;
    }
    if (waiting !== null) return;
    waiting = "";
    const read = await Promise.all([loadStyle("finding"), ...["fold", "found", "finding", "search"].map(load)]);
    const before = waiting;
    waiting = null;
    if (read.every(Boolean)) notesite.openSearch(before);
    else location.href = `${base}search.html`;
  }

  async function openHelp() {
    if (!(await Promise.all([loadStyle("finding"), load("found")])).every(Boolean)) return;
    const { _ } = notesite;
    const dialog = document.createElement("dialog");
    dialog.className = "help-keys";
    dialog.setAttribute("aria-labelledby", "help-keys");
    const keys = [
      ["/", _("Search anything")], ["Ctrl K", _("Search anything")], ["j k", _("Next row, previous row")],
      [_("Enter"), _("Open the row")], ["g t", _("Go to Today")], ["g d", _("Go to Follow-ups")],
      ["g c", _("Go to Contacts")], ["g e", _("Go to Events")], ["?", _("This help")],
    ].map(([combination, what]) => `<div><dt>${combination.split(" ").map((key) =>
      `<kbd>${isMac && key === "Ctrl" ? "⌘" : key}</kbd>`).join(" ")}</dt><dd>${what}</dd></div>`);
    dialog.innerHTML = `<h2 id="help-keys">${_("Keyboard")}</h2><dl class="facts keys">${keys.join("")}</dl>
      <p class="switch"><label><input type="checkbox" role="switch"${areOn() ? " checked" : ""}> ${_("Keys of one letter")}</label>
      <small>${_("Switch them off where they get in the way of a screen reader or of voice control.")}</small></p>
      <p class="acts"><button class="act" type="button">${_("Close")}</button></p>`;
    dialog.querySelector("input").addEventListener("change", (event) => switchKeys(event.target.checked));
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    show(dialog);
  }

  // Shows a dialog until it is closed; a click beside it closes it, and the browser gives the focus back.
  function show(dialog) {
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("mousedown", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.showModal();
  }

  function linkOf(row) {
    return row.querySelector("th a[href], .who b a[href], .what > a[href]") || row.querySelector("a[href]");
  }

  let current = null;

  function move(step) {
    const rows = Array.from(document.querySelectorAll(ROWS)).filter((row) => row.getClientRects().length && linkOf(row));
    const index = rows.indexOf(current);
    const next = rows[index < 0 ? (step > 0 ? 0 : rows.length - 1) : index + step];
    if (!next) return;
    current?.classList.remove("at");
    current = next;
    current.classList.add("at");
    linkOf(current).focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
  }

  let since = -Infinity;

  // What a key of one letter does; nothing for any other.
  function doingOf(key, time) {
    const isAfterG = time - since < WAIT;
    since = -Infinity;
    if (isAfterG && GOES[key]) return () => { location.href = base + GOES[key]; };
    if (key === "g") return () => { since = time; };
    return { "/": openSearch, "?": openHelp, j: () => move(1), k: () => move(-1) }[key];
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key.toLowerCase() === "k" && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey) {
      event.preventDefault();
      openSearch();
      return;
    }
    if (ctrlKey || metaKey || altKey) return;
    if (waiting !== null) {
      if (key.length === 1) waiting += key;
      event.preventDefault();
      return;
    }
    if (event.target.closest?.(FIELDS) || !areOn()) return;
    const does = doingOf(key, event.timeStamp);
    if (!does) return;
    event.preventDefault();
    does();
  });

  document.addEventListener("focusin", (event) => current?.classList.toggle("at", current.contains(event.target)));

  // The visible controls do the same, unless they are to open a page of their own.
  for (const [selector, open] of [[".side .find", openSearch], [".side .keyboard", openHelp]]) {
    const link = document.querySelector(selector);
    link?.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    });
  }

  Object.assign(notesite, { base, load, showDialog: show });
})();
