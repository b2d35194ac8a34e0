// Under `notesite serve` only: opens the page anew when what it shows has changed, where the reader was, and
// lays what went wrong over it.
"use strict";

(function () {
  const KEPT = "notesite-kept";
  const CLOSED = "notesite-closed";
  const AGAIN = 2000;
  let since = document.currentScript.dataset.since;
  let source = null;
  let overlay = null;

  function routeOf(address) {
    const { origin, pathname } = new URL(address, location.href);
    return origin === location.origin ? decodeURIComponent(pathname.slice(1)) || "index.html" : "";
  }

  // Whether this page, or anything that it loaded, is among the routes that changed.
  function concerns({ all, changed = [], new: added = [], removed = [] }) {
    const loaded = performance.getEntriesByType("resource").map((each) => routeOf(each.name));
    const shown = new Set([routeOf(location.href), ...loaded]);
    return all || [...changed, ...added, ...removed].some((route) => shown.has(route));
  }

  // An element by its id, else by its place below the nearest element that has one.
  function keyed(selector) {
    const counts = {};
    return Array.from(document.querySelectorAll(selector), (element) => {
      if (element.id) return [`#${element.id}`, element];
      const owner = element.closest("[id]");
      const name = owner ? owner.id : "";
      counts[name] = (counts[name] || 0) + 1;
      return [`${name} ${counts[name]}`, element];
    });
  }

  const FIELDS = "input, textarea";

  function isTyped(field) {
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  }

  function keep() {
    const fields = keyed(FIELDS);
    const focused = fields.find(([, field]) => field === document.activeElement);
    sessionStorage.setItem(KEPT, JSON.stringify({
      page: location.pathname,
      x: scrollX,
      y: scrollY,
      open: keyed("details").map(([key, details]) => [key, details.open]),
      typed: fields.filter(([, field]) => isTyped(field)).map(([key, field]) => [key, field.value, field.checked]),
      focused: focused ? focused[0] : "",
    }));
  }

  function restore({ x, y, open, typed, focused }) {
    const details = new Map(keyed("details"));
    const fields = new Map(keyed(FIELDS));
    for (const [key, isOpen] of open) if (details.has(key)) details.get(key).open = isOpen;
    for (const [key, value, checked] of typed) {
      const field = fields.get(key);
      if (!field) continue;
      field.value = value;
      if (checked !== undefined) field.checked = checked;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (fields.has(focused)) fields.get(focused).focus({ preventScroll: true });
    scrollTo({ left: x, top: y, behavior: "instant" });
  }

  function kept() {
    const found = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    sessionStorage.removeItem(KEPT);
    return found && found.page === location.pathname ? found : null;
  }

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function element(name, text, className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  }

  function show(notice) {
    hide();
    if (sessionStorage.getItem(CLOSED) === notice.id) return;
    overlay = element("div", "", "overlay");
    overlay.setAttribute("role", "alert");
    const button = element("button", notice.close);
    button.type = "button";
    button.addEventListener("click", () => {
      sessionStorage.setItem(CLOSED, notice.id);
      hide();
    });
    const paragraphs = [element("p", notice.title, "what"), element("p", notice.text)];
    if (notice.hint) paragraphs.push(element("p", notice.hint, "hint"));
    const link = element("a", notice.link_text);
    link.href = notice.link;
    document.body.append(overlay);
    overlay.append(...paragraphs, ...(notice.link ? [link] : []), button);
  }

  function onChange(event) {
    since = event.lastEventId;
    if (!concerns(JSON.parse(event.data))) return;
    disconnect();
    keep();
    location.reload();
  }

  function connect() {
    disconnect();
    source = new EventSource(`/.events?since=${encodeURIComponent(since)}`);
    source.addEventListener("change", onChange);
    source.addEventListener("problem", (event) => show(JSON.parse(event.data)));
    source.addEventListener("gone", (event) => show(JSON.parse(event.data)));
    source.addEventListener("fine", hide);
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) setTimeout(connectIfSeen, AGAIN);
    });
  }

  function disconnect() {
    if (source) source.close();
    source = null;
  }

  // A browser opens few connections to one site: a page that nobody sees must not hold one.
  function connectIfSeen() {
    if (document.visibilityState !== "visible") disconnect();
    else if (!source || source.readyState === EventSource.CLOSED) connect();
  }

  const before = kept();
  if (before) {
    document.addEventListener("DOMContentLoaded", () => restore(before));
    addEventListener("load", () => scrollTo({ left: before.x, top: before.y, behavior: "instant" }));
  }
  document.addEventListener("visibilitychange", connectIfSeen);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connectIfSeen);
  document.addEventListener("DOMContentLoaded", connectIfSeen);
})();
