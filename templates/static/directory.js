// The table of contacts as one, however many pages it has: sorted or narrowed down, it is drawn from the search's data.
"use strict";

(function () {
  const { _, ngettext, dayWords, digits, day, load, show, stateOf, state, address, sorting, markSorted, compared, tell } = notesite;
  const COLUMNS = ["name", "role", "org", "place", "circle", "last", "next", "tags"];
  const CIRCLES = ["inner", "close", "warm", "wide"];
  const HUES = { overdue: "late", today: "soon", week: "fine", later: "calm" };
  const MOST = 100;
  const SHIFTS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const header = document.querySelector("main > .top");
  const filter = document.querySelector(".filter");
  const printed = Array.from(document.querySelectorAll("main > table, main > section, main > .pager, main > .top nav, main > .top .jump"));
  const table = document.querySelector("main > table, main > section > table");
  if (!table || !filter || !header) return;

  const labels = Array.from(table.querySelectorAll("thead th"), (cell) => cell.textContent);
  const answer = document.createElement("table");
  answer.className = "contacts-table";
  answer.tabIndex = -1;
  answer.append(document.createElement("caption"), table.tHead.cloneNode(true), document.createElement("tbody"));
  answer.caption.className = "hidden";
  answer.caption.textContent = table.caption.textContent;
  const pager = document.createElement("nav");
  pager.className = "pager";
  for (const each of [answer, pager]) show(each, false);
  header.after(answer, pager);

  function escaped(text) {
    return text.replace(/[&<>"']/g, (letter) => SHIFTS[letter]);
  }

  function link(href, text) {
    return href ? `<a href="${escaped(href)}">${escaped(text)}</a>` : escaped(text);
  }

  // The addresses of tags and organisations by name; those with a note are among the notes.
  let routes = null;
  function routeOf(sort, name) {
    if (!routes) {
      routes = new Map();
      for (const entry of notesite.entries) if ("to".includes(entry.sort)) routes.set(`${entry.sort} ${notesite.folded(entry.name)}`, entry.route);
    }
    return routes.get(`${sort} ${notesite.folded(name)}`) || "";
  }

  function initials(name) {
    const words = name.split(/\s+/).map((word) => Array.from(word).filter((letter) => /[\p{L}\p{N}]/u.test(letter))).filter((word) => word.length);
    if (!words.length) return "·";
    const chosen = words.length === 1 ? words : [words[0], words[words.length - 1]];
    return Array.from(chosen.map((word) => word[0]).join("").toUpperCase()).slice(0, 2).join("");
  }

  function face({ photo, tone, name }) {
    return photo ? `<img class="face small" src="${escaped(photo)}" alt="" loading="lazy">`
      : `<span class="face tone-${tone} small" aria-hidden="true">${escaped(initials(name))}</span>`;
  }

  function time(on) {
    return on && `<time datetime="${on}">${dayWords(on, "short", day)}</time>`;
  }

  // A row, as parts/rows.html has it.
  function rowOf(entry) {
    const chips = entry.status.split(" ").filter(Boolean).map((word) => ` <span class="chip">${notesite.wordOf(word)}</span>`).join("");
    const tags = entry.tags.map((tag) => `<li>${link(routeOf("t", tag), tag) || `<span>${escaped(tag)}</span>`}</li>`).join("");
    const hue = entry.next && HUES[stateOf(entry.next, "", day)];
    const cells = [
      escaped(entry.role), entry.orgs.map((org) => link(routeOf("o", org), org)).join(", "), escaped(entry.places.join(", ")),
      escaped(notesite.wordOf(entry.circle)), time(entry.on),
      entry.next && `<span class="${hue}">${time(entry.next)}</span>`,
      tags && `<ul class="tags" aria-label="${escaped(labels[7])}">${tags}</ul>`,
    ];
    const name = `<span class="named">${face(entry)}<span>${link(entry.route, entry.name)}${chips}</span></span>`;
    return `<tr><th scope="row">${name}</th>${cells.map((cell, number) =>
      `<td${[4, 5].includes(number) ? ' class="num"' : ""} data-label="${escaped(labels[number + 1])}">${cell}</td>`).join("")}</tr>`;
  }

  const VALUES = {
    name: (entry) => entry.order, role: (entry) => entry.role, org: (entry) => entry.orgs.join(", "),
    place: (entry) => entry.places.join(", "), last: (entry) => entry.on, next: (entry) => entry.next,
    circle: ({ circle }) => (CIRCLES.includes(circle) ? CIRCLES.indexOf(circle) : circle && CIRCLES.length),
    tags: (entry) => entry.tags.join(", "),
  };

  function isArchived({ status }) {
    return /archived|deceased/.test(status);
  }

  // All contacts that a query finds, in the order of a column, archived ones last.
  function answerTo(query, { name, isDown }) {
    const found = notesite.find(query, (entry) => entry.sort === "c", 1).map((each) => each.entry);
    const value = VALUES[name];
    return found.sort((one, other) => isArchived(one) - isArchived(other) || compared(value(one), value(other), isDown)
      || one.order - other.order);
  }

  function showPager(page, count) {
    show(pager, count > 1);
    pager.setAttribute("aria-label", labels[0]);
    const to = (number, rel, words) => (number < 1 || number > count ? ""
      : `<a rel="${rel}" href="${escaped(address({ page: number === 1 ? "" : number }) || "#page=1")}">${words}</a>`);
    pager.innerHTML = `${to(page - 1, "prev", _("Previous page"))} ${to(page + 1, "next", _("Next page"))}`;
  }

  function draw(query, sort, page) {
    const found = answerTo(query, sort);
    const count = Math.max(Math.ceil(found.length / MOST), 1);
    const at = Math.min(Math.max(page, 1), count);
    const shown = found.slice((at - 1) * MOST, at * MOST);
    answer.tBodies[0].innerHTML = shown.map(rowOf).join("");
    show(answer, shown.length > 0);
    showPager(at, count);
    if (!found.length) tell(_("No contact fits"));
    else if (count === 1) tell(ngettext("%(num)s contact", "%(num)s contacts", found.length));
    else tell(_("%(first)s to %(last)s of %(all)s", { first: digits((at - 1) * MOST + 1), last: digits((at - 1) * MOST + shown.length), all: digits(found.length) }));
  }

  let asked = 0;

  async function update(query) {
    const sort = sorting(COLUMNS, "sort");
    const page = Number(state().get("page")) || 1;
    const isAsPrinted = !query && sort.name === "name" && !sort.isDown;
    const turn = ++asked;
    for (const each of [table, answer]) markSorted(each, COLUMNS, sort);
    if (!isAsPrinted) {
      await Promise.all(["fold", "found", "finding"].map(load));
      if (!(notesite.readNames && await notesite.readNames())) tell(_("The search could not read its data. Build the site again."));
      if (turn !== asked) return;
      draw(query, sort, page);
    } else {
      for (const each of [answer, pager]) show(each, false);
      tell("");
    }
    const at = [table, answer].map((each) => Array.from(each.querySelectorAll(".sort")).indexOf(document.activeElement));
    for (const each of printed) show(each, isAsPrinted);
    if (Math.max(...at) >= 0) (isAsPrinted ? table : answer).querySelectorAll(".sort")[Math.max(...at)].focus();
    document.documentElement.classList.remove("reading");
  }

  pager.addEventListener("click", () => setTimeout(() => {
    answer.focus({ preventScroll: true });
    header.scrollIntoView();
  }));
  if (String(state())) document.documentElement.classList.add("reading");
  for (const each of [table, answer]) notesite.headers(each, COLUMNS, ["last"], "sort");
  notesite.filterField(update);
})();
