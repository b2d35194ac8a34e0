// Today and Follow-ups on a day after the build: the same places, filled from the chunks that the day asks for.
"use strict";

(function () {
  const { _, ngettext, dayWords, numberWords, tenths, away, capitalized, daysBetween } = notesite;
  const { day, refresh, setHue, hueOf, show, sorted } = notesite;
  const LISTS = ["mine", "theirs", "events", "birthdays"];
  const found = { windows: [], mine: [], theirs: [], events: [], birthdays: [] };
  const main = document.getElementById("main");
  const holder = main.querySelector("[data-chunks]");

  // Each chunk is a script that hands over its data.
  notesite.chunk = (data) => {
    found.windows.push(...data.windows.map(notesite.windowOf));
    for (const name of LISTS) {
      found[name].push(...data[name].map(([since, until, order, html]) => ({ since, until, order, html })));
    }
  };

  function load(name) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `assets/due-${name}.js`;
      script.onload = script.onerror = resolve;
      document.head.append(script);
    });
  }

  function element(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  function follow(row) {
    const item = element(row.window.html);
    item.dataset.state = row.state;
    const when = item.querySelector(".when");
    if (when) setHue(when, hueOf(row.window.bands, row.state, day));
    return item;
  }

  function fill(list, items) {
    list.replaceChildren(...items);
    refresh(list, day);
    show(list, items.length > 0);
  }

  function place(name) {
    return holder.querySelector(`[data-list="${name}"]`);
  }

  function shownOn(name) {
    const now = found[name].filter((each) => (!each.since || each.since <= day) && (!each.until || day < each.until));
    return sorted(now, (each) => each.order);
  }

  function showList(name, most) {
    const items = shownOn(name);
    const section = place(name);
    fill(section.querySelector("ul"), items.slice(0, most).map((each) => element(each.html)));
    if (name !== "events") show(section, items.length > 0);
    else show(section.querySelector(".none"), items.length === 0);
    return items;
  }

  function lede(people, owed, event) {
    const parts = [];
    if (people) {
      const words = ngettext("%(num)s person", "%(num)s people", people, { num: numberWords(people) });
      parts.push(_("%(people)s to reach", { people: `<b>${capitalized(words)}</b>` }));
    } else {
      parts.push(_("%(clear)s: nobody is waiting for you", { clear: `<b>${_("All clear")}</b>` }));
    }
    if (owed) {
      parts.push(ngettext("%(num)s promise is due within a week", "%(num)s promises are due within a week", owed,
        { num: numberWords(owed) }));
    }
    if (event) {
      const days = daysBetween(day, event.dataset.due);
      const name = event.querySelector("a").innerHTML;
      parts.push(days <= 0 ? _("%(event)s is on", { event: name }) : _("%(event)s is %(when)s", { event: name, when: away(days) }));
    }
    return `${parts.join("; ")}.`;
  }

  function showReach(waiting, next) {
    const section = place("reach");
    const most = Number(holder.dataset.rows);
    const more = waiting.slice(most, most + Number(holder.dataset.more));
    const shown = Math.min(waiting.length, most);
    const [rows, others] = section.querySelectorAll("ul.rows");
    fill(rows, waiting.slice(0, most).map(follow));
    fill(others, more.map(follow));
    const count = section.querySelector("h2 .n");
    count.innerHTML = _("%(shown)s of %(all)s", { shown, all: waiting.length });
    show(count, more.length > 0);
    const details = section.querySelector("details");
    show(details, more.length > 0);
    details.querySelector("summary").innerHTML =
      ngettext("%(num)s more follow-up", "%(num)s more follow-ups", waiting.length - shown);
    const after = section.querySelector(".after");
    show(after, waiting.length > 0);
    after.querySelector("a").innerHTML = waiting.length > shown + more.length
      ? ngettext("All of the %(num)s", "All %(num)s follow-ups", waiting.length) : _("All follow-ups");
    const clear = section.querySelector(".clear");
    if (clear) showClear(clear, waiting, next);
  }

  function showClear(clear, waiting, next) {
    show(clear, waiting.length === 0);
    const line = clear.querySelector(".sub");
    show(line, Boolean(next));
    if (next) {
      const name = element(next.window.html).querySelector(".who b").innerHTML;
      const on = `<time datetime="${next.on}" data-near="long">${dayWords(next.on, "long", day)}</time>`;
      line.innerHTML = _("Next: %(name)s, %(when)s (%(day)s).",
        { name, when: away(daysBetween(day, next.on)), day: on });
    }
  }

  function showRevived(row) {
    const section = place("revive");
    fill(section.querySelector("ul"), row ? [aside(row)] : []);
    show(section, Boolean(row));
  }

  // The row of somebody to revive, as the side of the page has it.
  function aside(row) {
    const whole = element(row.window.html);
    const item = element('<li class="line"><div class="what"><small></small></div></li>');
    item.querySelector(".what").prepend(...whole.querySelector(".who b").childNodes);
    item.querySelector("small").append(...whole.querySelector(".why > span").childNodes);
    return item;
  }

  function showToday() {
    const rows = notesite.standing(found.windows, day);
    const waiting = notesite.forToday(rows, day);
    const revived = rows.find((row) => row.window.reason === "revive" && row.state !== "snoozed");
    showReach(waiting, notesite.following(rows));
    const most = Number(holder.dataset.promises);
    const [mine, theirs] = [showList("mine", most), showList("theirs", most)];
    const owed = mine.length + theirs.length;
    const shown = Math.min(mine.length, most) + Math.min(theirs.length, most);
    show(place("theirs").querySelector(".after"), owed > shown);
    showList("events", Infinity);
    showList("birthdays", Infinity);
    showRevived(revived);
    const people = new Set(waiting.map((row) => row.window.contact)).size;
    main.querySelector(".lede").innerHTML = lede(people, owed, place("events").querySelector("li"));
  }

  function showAll() {
    const rows = notesite.standing(found.windows, day);
    for (const section of holder.querySelectorAll("[data-bucket]")) {
      const own = rows.filter((row) => row.state === section.dataset.bucket);
      fill(section.querySelector("ul"), own.map(follow));
      setCount(section.dataset.bucket, own.length);
    }
    show(holder.querySelector(".clear"), rows.length === 0);
    const silent = main.querySelector('section[data-bucket="silent"]');
    if (silent) setCount("silent", silent.querySelectorAll("li:not([hidden])").length);
    const shown = main.querySelectorAll(".jump li:not([hidden])").length;
    show(main.querySelector(".jump"), shown > 1);
    main.querySelectorAll("[data-asked]").forEach(showCapacity);
  }

  function setCount(bucket, count) {
    for (const each of main.querySelectorAll(`[data-bucket="${bucket}"]`)) {
      show(each, count > 0);
      each.querySelector(".n").textContent = count;
    }
  }

  // What the rhythms ask for beside what was done: Capacity in insights/capacity.py.
  function showCapacity(line) {
    const days = line.dataset.days.split(" ");
    const [asked, weeks, tooMuch] = [line.dataset.asked, line.dataset.weeks, line.dataset.tooMuch].map(Number);
    let done = 0;
    for (let index = 0; index + 1 < days.length; index += 2) {
      const age = daysBetween(days[index], day);
      if (age >= 0 && age < weeks * 7) done += Number(days[index + 1]);
    }
    line.querySelector("span").innerHTML =
      _("Your rhythms ask for %(asked)s contacts a week; in the last twelve weeks there were %(done)s a week.",
        { asked: `<b>${tenths(asked)}</b>`, done: `<b>${tenths(done / weeks)}</b>` });
    show(line.querySelector('[data-when="more"]'), asked * weeks > tooMuch * done);
  }

  // Today needs what came up by the day, and the rest only to say who is next.
  async function read() {
    const names = holder.dataset.chunks.split(" ").filter(Boolean);
    const isToday = holder.hasAttribute("data-rows");
    const isNeeded = (name) => !isToday || name === "now" || name <= day.slice(0, 7);
    await Promise.all(names.filter(isNeeded).map(load));
    const isClear = () => notesite.forToday(notesite.standing(found.windows, day), day).length === 0;
    if (isToday && isClear()) await Promise.all(names.filter((name) => !isNeeded(name)).map(load));
    if (isToday) showToday();
    else showAll();
  }

  if (holder && day !== notesite.site.built) {
    document.documentElement.classList.add("reading");
    read().finally(() => document.documentElement.classList.remove("reading"));
  }
})();
