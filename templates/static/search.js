// The search: a field with a list of what it finds, in a dialog on any page, and on a page of its own.
"use strict";

(function () {
  const { _, ngettext, dayWords, digits, day, find, parsed, isLate, hrefOf, readNames, readTexts, showDialog } = notesite;
  const ICONS = { c: "contacts", e: "events", o: "organisations", t: "tags", g: "goals", n: "notes", l: "places" };
  const SORTS = { c: _("Person"), e: _("Event"), o: _("Organisation"), t: _("Tag"), g: _("Goal"), n: _("Note"),
    l: _("Place"), p: _("Page") };
  const MOST = 30;
  const PAUSE = 300;
  const SHORTEST_TEXT = 3;
  const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  function escaped(text) {
    return text.replace(/[&<>"']/g, (letter) => ESCAPED[letter]);
  }

  function time(on) {
    return `<time datetime="${on}">${dayWords(on, "short", day)}</time>`;
  }

  // The second line of a result: what tells it from others of its name.
  function aside({ entry, inText }) {
    const { sort, role, orgs, places, tags, on } = entry;
    const parts = sort === "c" ? [role, orgs.join(", "), places.join(", ")] : [places.join(", "), tags.map((tag) => `#${tag}`).join(" ")];
    const words = parts.filter(Boolean).map(escaped);
    if (sort !== "c" && on) words.unshift(time(on));
    if ("lot".includes(sort)) words.push(people(sort, entry.name));
    if (inText) words.push(`<i>${_("in the text")}</i>`);
    return words.filter(Boolean).join(" · ");
  }

  // How many people a place, an organisation or a tag has; a tag also has those of the tags below it.
  let counts = null;

  function people(sort, name) {
    if (!counts) {
      counts = new Map();
      for (const { sort: kind, places, orgs, tags } of notesite.entries) {
        if (kind !== "c") continue;
        const own = [...places.map((one) => `l${one}`), ...orgs.map((one) => `o${one}`), ...tags.flatMap(levels)];
        for (const key of new Set(own)) counts.set(key, (counts.get(key) || 0) + 1);
      }
    }
    const count = counts.get(sort + name);
    return count ? ngettext("%(num)s person", "%(num)s people", count) : "";
  }

  function levels(tag) {
    const parts = tag.split("/");
    return parts.map((_part, depth) => `t${parts.slice(0, depth + 1).join("/")}`);
  }

  function when({ entry }) {
    if (entry.sort !== "c") return `<span class="calm">${SORTS[entry.sort]}</span>`;
    if (isLate(entry)) return `<span class="${entry.next < day ? "late" : "soon"}">${_("due")}</span>`;
    return entry.on ? `<span class="calm">${time(entry.on)}</span>` : "";
  }

  function option(result, number, id) {
    const { entry } = result;
    const name = entry.sort === "t" ? `#${entry.name}` : entry.name;
    return `<a role="option" id="${id}-${number}" tabindex="-1" aria-selected="false" href="${escaped(hrefOf(entry.route))}"
      data-icon="${entry.icon || ICONS[entry.sort]}"><span class="what"><b>${escaped(name)}</b><small>${aside(result)}</small></span>
      <span class="when">${when(result)}</span></a>`;
  }

  // The pages of the site, in the order of its navigation.
  function pages() {
    return notesite.entries.filter((entry) => entry.sort === "p").sort((one, other) => one.number - other.number)
      .map((entry) => ({ entry, inText: false }));
  }

  // A field and its list inside an element: `empty` gives what it lists of itself, `changed` is told each query.
  function makeFinder(root, id, empty, changed = () => {}) {
    root.innerHTML = `<div class="ask" data-icon="search"><input type="text" role="combobox" id="${id}-field" autocomplete="off"
        spellcheck="false" enterkeyhint="go" aria-expanded="false" aria-controls="${id}-list" aria-autocomplete="list"
        aria-label="${_("Search people, events, tags, notes")}" placeholder="${_("Search people, events, tags, notes")}"></div>
      <div role="listbox" id="${id}-list" aria-label="${_("Search")}" hidden></div>
      <p class="told" role="status"></p>`;
    const [field, list, told] = [root.querySelector("input"), root.querySelector('[role="listbox"]'), root.querySelector(".told")];
    let chosen = -1;
    let pause = 0;

    function options() {
      return list.querySelectorAll('[role="option"]');
    }

    function choose(number, isMoved = false) {
      const all = options();
      all[chosen]?.setAttribute("aria-selected", "false");
      chosen = all.length && number !== null ? (number + all.length) % all.length : -1;
      const one = all[chosen];
      if (one) {
        one.setAttribute("aria-selected", "true");
        if (isMoved) one.scrollIntoView({ block: "nearest" });
        field.setAttribute("aria-activedescendant", one.id);
      } else field.removeAttribute("aria-activedescendant");
    }

    function show() {
      const query = field.value.trim();
      const results = query ? find(query) : empty();
      const shown = results.slice(0, MOST);
      const isLong = parsed(query).words.some((word) => word.length >= SHORTEST_TEXT);
      const more = isLong && !notesite.hasTexts;
      list.innerHTML = shown.map((result, number) => option(result, number, id)).join("")
        + (more ? `<a role="option" id="${id}-text" tabindex="-1" aria-selected="false" href="#" data-icon="notes"
          data-more><span class="what">${_("Also search the words in all notes")}</span></a>` : "");
      list.hidden = !list.firstElementChild;
      field.setAttribute("aria-expanded", String(!list.hidden));
      told.innerHTML = tell(query, results.length, shown.length);
      chosen = -1;
      choose(query && shown.length ? 0 : null);
      changed(query);
      clearTimeout(pause);
      if (more && !results.length) pause = setTimeout(readMore, PAUSE);
    }

    function tell(query, all, shown) {
      if (!query) return "";
      if (!all) return `${_("Nothing found for %(query)s", { query: `<b>${escaped(query)}</b>` })}. ${_("Try fewer letters, or a part of a name.")}`;
      if (shown < all) return _("%(first)s to %(last)s of %(all)s", { first: 1, last: shown, all: digits(all) });
      return ngettext("%(num)s result", "%(num)s results", all);
    }

    // Nothing has such a name: once somebody stops typing, the texts are looked through too.
    async function readMore() {
      told.textContent = _("Searching the words in all notes");
      await readTexts();
      show();
    }

    function open(one, event) {
      if (one.dataset.more !== undefined) {
        readMore();
        field.focus();
      } else if (event.ctrlKey || event.metaKey) window.open(one.href);
      else location.href = one.href;
    }

    const moves = { ArrowDown: 1, ArrowUp: -1 };
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (moves[event.key] && !event.altKey) {
        event.preventDefault();
        choose(chosen < 0 && event.key === "ArrowUp" ? -1 : chosen + moves[event.key], true);
      } else if (event.key === "Enter") {
        event.preventDefault();
        const one = options()[chosen] || (options().length === 1 && options()[0]);
        if (one) open(one, event);
      }
    });
    list.addEventListener("click", (event) => {
      const one = event.target.closest("[data-more]");
      if (!one) return;
      event.preventDefault();
      open(one, event);
    });
    field.addEventListener("input", show);
    readNames().then((isRead) => {
      show();
      if (!isRead) told.textContent = _("The search could not read its data. Build the site again.");
    });
    return { field, show };
  }

  notesite.openSearch = (before = "") => {
    const dialog = document.createElement("dialog");
    dialog.className = "finder";
    dialog.setAttribute("aria-label", _("Search"));
    const root = document.createElement("search");
    dialog.append(root);
    const { field } = makeFinder(root, "find", pages);
    field.value = before;
    showDialog(dialog);
    field.focus();
  };

  const page = document.getElementById("finder");
  if (page) {
    const indexes = document.querySelector(".indexes");
    const fromAddress = () => new URLSearchParams(location.hash.slice(1)).get("q") || "";
    const { field, show } = makeFinder(page, "finder", () => [], (query) => {
      indexes.hidden = query !== "";
      const hash = query ? `#${new URLSearchParams({ q: query })}` : "";
      if (query !== fromAddress()) history.replaceState(null, "", hash || location.pathname);
    });
    field.value = fromAddress();
    addEventListener("hashchange", () => {
      if (!location.hash.startsWith("#q=")) return;
      field.value = fromAddress();
      show();
    });
    if (!location.hash || location.hash.startsWith("#q=")) field.focus();
  }
})();
