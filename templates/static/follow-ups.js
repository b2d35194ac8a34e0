// Follow-ups on a day after the build: the same buckets, each with the most pressing of what is in it then.
"use strict";

(function () {
  const { _, ngettext, digits, tenths, daysBetween, day, show } = notesite;
  const { readMonths, readRows, followUp, fill } = notesite;
  const main = document.getElementById("main");

  function setCount(bucket, count, most) {
    for (const each of main.querySelectorAll(`[data-bucket="${bucket}"]`)) {
      show(each, count > 0);
      each.querySelector(".n").textContent = digits(count);
      const rest = each.querySelector(".after");
      if (rest) tellRest(rest, count - most);
    }
  }

  function tellRest(line, count) {
    show(line, count > 0);
    line.querySelector("a").innerHTML =
      ngettext("%(num)s more: the table of contacts has the next day of everybody",
        "%(num)s more: the table of contacts has the next day of everybody", count);
  }

  // Those who are silent stand on the page already, some of them until a day.
  function showSilent(section, most) {
    const rows = Array.from(section.querySelectorAll("li")).filter(({ dataset: { to } }) => !to || day < to);
    rows.forEach((row, index) => show(row, index < most));
    const ended = section.dataset.ends.split(" ").filter((end) => end && end <= day);
    setCount("silent", Number(section.dataset.all) - ended.length, most);
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

  notesite.onAnotherDay(async (holder) => {
    const most = Number(holder.dataset.most);
    const rows = notesite.standing((await readMonths()).windows, day);
    const buckets = Array.from(holder.querySelectorAll("[data-bucket]"), (section) => {
      const own = rows.filter((row) => row.state === section.dataset.bucket);
      return { section, count: own.length, shown: own.slice(0, most) };
    });
    await readRows(buckets.flatMap(({ shown }) => shown.map((row) => row.window)));
    for (const { section, count, shown } of buckets) {
      fill(section.querySelector("ul"), shown.map(followUp));
      setCount(section.dataset.bucket, count, most);
    }
    show(holder.querySelector(".clear"), rows.length === 0);
    main.querySelectorAll('section[data-bucket="silent"]').forEach((section) => showSilent(section, most));
    show(main.querySelector(".jump"), main.querySelectorAll(".jump li:not([hidden])").length > 1);
    main.querySelectorAll("[data-asked]").forEach(showCapacity);
  });
})();
