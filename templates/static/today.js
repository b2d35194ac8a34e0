// Today on a day after the build: the same places, filled with what comes up by then.
"use strict";

(function () {
  const { _, ngettext, dayWords, numberWords, away, capitalized, daysBetween, day, show } = notesite;
  const { readMonths, readRows, element, rowOf, followUp, fill } = notesite;
  const main = document.getElementById("main");

  function place(name) {
    return main.querySelector(`[data-list="${name}"]`);
  }

  function showList(name, items, count) {
    const section = place(name);
    fill(section.querySelector("ul"), items.map(rowOf));
    if (name !== "events") show(section, count > 0);
    else show(section.querySelector(".none"), count === 0);
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

  function showReach({ waiting, rows, more, next }) {
    const section = place("reach");
    const [list, others] = section.querySelectorAll("ul.rows");
    fill(list, rows.map(followUp));
    fill(others, more.map(followUp));
    const count = section.querySelector("h2 .n");
    count.innerHTML = _("%(shown)s of %(all)s", { shown: rows.length, all: waiting.length });
    show(count, more.length > 0);
    const details = section.querySelector("details");
    show(details, more.length > 0);
    details.querySelector("summary").innerHTML =
      ngettext("%(num)s more follow-up", "%(num)s more follow-ups", waiting.length - rows.length);
    const after = section.querySelector(".after");
    show(after, waiting.length > 0);
    after.querySelector("a").innerHTML = waiting.length > rows.length + more.length
      ? ngettext("All of the %(num)s", "All %(num)s follow-ups", waiting.length) : _("All follow-ups");
    const clear = section.querySelector(".clear");
    if (clear) showClear(clear, waiting, next);
  }

  function showClear(clear, waiting, next) {
    show(clear, waiting.length === 0);
    const line = clear.querySelector(".sub");
    const row = next && rowOf(next.window);
    show(line, Boolean(row));
    if (row) {
      const on = `<time datetime="${next.on}" data-near="long">${dayWords(next.on, "long", day)}</time>`;
      line.innerHTML = _("Next: %(name)s, %(when)s (%(day)s).",
        { name: row.querySelector(".who b").innerHTML, when: away(daysBetween(day, next.on)), day: on });
    }
  }

  function showRevived(revived) {
    const row = revived && rowOf(revived.window);
    const section = place("revive");
    fill(section.querySelector("ul"), row ? [aside(row)] : []);
    show(section, Boolean(row));
  }

  // The row of somebody to revive, as the side of the page has it.
  function aside(whole) {
    const item = element('<li class="line"><div class="what"><small></small></div></li>');
    item.querySelector(".what").prepend(...whole.querySelector(".who b").childNodes);
    item.querySelector("small").append(...whole.querySelector(".why > span").childNodes);
    return item;
  }

  // What the page shows on the day, chosen before any of its rows is read.
  function chosen(found, { rows: mostRows, more: mostMore, promises: mostPromises }) {
    const standing = notesite.standing(found.windows, day);
    const waiting = notesite.forToday(standing, day);
    const isNow = (each) => each.on && (!each.since || each.since <= day) && (!each.until || day < each.until);
    const [mine, theirs] = [found.mine.filter(isNow), found.theirs.filter(isNow)];
    return {
      waiting,
      rows: waiting.slice(0, mostRows),
      more: waiting.slice(mostRows, mostRows + mostMore),
      next: waiting.length ? null : notesite.following(standing),
      revived: standing.find((row) => row.window.reason === "revive" && row.state !== "snoozed"),
      owed: [mine.length, theirs.length],
      mine: mine.slice(0, mostPromises),
      theirs: theirs.slice(0, mostPromises),
      events: found.events.filter(isNow),
      birthdays: found.birthdays.filter(isNow),
    };
  }

  function showToday(shown) {
    const { waiting, owed: [mine, theirs] } = shown;
    showReach(shown);
    showList("mine", shown.mine, mine);
    showList("theirs", shown.theirs, theirs);
    show(place("theirs").querySelector(".after"), mine + theirs > shown.mine.length + shown.theirs.length);
    showList("events", shown.events, shown.events.length);
    showList("birthdays", shown.birthdays, shown.birthdays.length);
    showRevived(shown.revived);
    const people = new Set(waiting.map((row) => row.window.path)).size;
    main.querySelector(".lede").innerHTML = lede(people, mine + theirs, place("events").querySelector("li"));
  }

  // What came up by the day, and the rest only to say who is next.
  notesite.onAnotherDay(async (holder) => {
    const { rows, more, promises } = holder.dataset;
    const most = { rows: Number(rows), more: Number(more), promises: Number(promises) };
    let shown = chosen(await readMonths((name) => name === "now" || name <= day.slice(0, 7)), most);
    if (!shown.waiting.length) shown = chosen(await readMonths(), most);
    const { mine, theirs, events, birthdays } = shown;
    const follow = [...shown.rows, ...shown.more, shown.next, shown.revived].filter(Boolean);
    await readRows([...follow.map((row) => row.window), ...mine, ...theirs, ...events, ...birthdays]);
    showToday(shown);
  });
})();
