// What a given day shows of the reasons, and in which order.
// The same as rules/ranking.py and model/due.py, line for line. Days are texts such as 2026-11-24.
"use strict";

(function () {
  const STATES = ["overdue", "today", "week", "later", "snoozed"];
  const REASONS = ["first-follow-up", "promise", "explicit", "birthday", "date", "congratulate",
    "thanks", "prepare", "cadence", "no-reply", "promised-to-me", "revive"];
  const WEEK = 7;
  const MILLISECONDS = 86400000;
  const FIRST_OF_1970 = 719163;

  // The number of a day, where 1 January of the year 1 is 1.
  function ordinal(day) {
    return Date.parse(day) / MILLISECONDS + FIRST_OF_1970;
  }

  function daysBetween(first, second) {
    return ordinal(second) - ordinal(first);
  }

  // A window as the site's data writes it, by name; `path` is that of the contact or event.
  function windowOf(path, key, bucket, record) {
    const [number, reason, on, since, until, hidden, bands, last, weight, drifting, written, line, column] = record;
    const origin = [written || path, line, column];
    return { path, key, bucket, number, kind: "windows", reason, on, since, until, hidden, bands, last, weight, drifting, origin };
  }

  function standsOn(window, day) {
    return (!window.since || window.since <= day) && (!window.until || day < window.until);
  }

  function stateOf(on, hidden, day) {
    if (hidden && day < hidden) return "snoozed";
    if (on < day) return "overdue";
    if (on === day) return "today";
    return daysBetween(day, on) <= WEEK ? "week" : "later";
  }

  // The follow-ups that a day shows of some windows, in order.
  function standing(found, day) {
    const now = found.filter((each) => standsOn(each, day));
    const rows = now.filter((each) => each.reason !== "revive").map((each) => rowOf(each, day));
    const chosen = revived(now.filter((each) => each.reason === "revive"), day);
    if (chosen) rows.push(rowOf(chosen, day));
    return sorted(rows, (row) => [STATES.indexOf(row.state), ...rank(row, day)]);
  }

  // Whom the Today page lists. The one to revive has a place of its own.
  function forToday(rows, day) {
    const now = rows.filter((row) => row.window.reason !== "revive" && (
      row.state === "overdue" || row.state === "today" ||
      (row.window.reason === "first-follow-up" && row.state === "week")
    ));
    return sorted(now, (row) => rank(row, day));
  }

  // The first that is due after today.
  function following(rows) {
    const ahead = rows.filter((row) => row.state === "week" || row.state === "later");
    return ahead.reduce((first, row) => (first && first.on <= row.on ? first : row), null);
  }

  function lateness(row, day) {
    const late = daysBetween(row.on, day);
    if (!row.window.last) return late;
    return late / Math.max(daysBetween(row.window.last, row.on), 1) * row.window.weight;
  }

  function rank(row, day) {
    const window = row.window;
    return [REASONS.indexOf(window.reason), -lateness(row, day), window.key, window.path, ...window.origin];
  }

  function rowOf(window, day) {
    const on = window.on || day;
    return { window, on, state: stateOf(on, window.hidden, day) };
  }

  // One to revive, another each day: those that drift before those that are cold.
  function revived(found, day) {
    const awake = found.filter((each) => !each.hidden || each.hidden <= day);
    const drifting = awake.filter((each) => each.drifting);
    const ordered = sorted(drifting.length ? drifting : awake, (each) => [each.path, ...each.origin]);
    return ordered.length ? ordered[ordinal(day) % ordered.length] : null;
  }

  function sorted(found, keyOf) {
    const keyed = found.map((each) => [keyOf(each), each]);
    return keyed.sort((one, other) => compared(one[0], other[0])).map((pair) => pair[1]);
  }

  // Lists by their first difference, texts by their code points, as Python does.
  function compared(one, other) {
    for (let index = 0; index < one.length; index++) {
      const [left, right] = [one[index], other[index]];
      if (left === right) continue;
      if (typeof left === "number") return left < right ? -1 : 1;
      return points(left, right);
    }
    return 0;
  }

  function points(left, right) {
    const [ones, others] = [Array.from(left), Array.from(right)];
    for (let index = 0; index < Math.min(ones.length, others.length); index++) {
      const difference = ones[index].codePointAt(0) - others[index].codePointAt(0);
      if (difference) return difference;
    }
    return ones.length - others.length;
  }

  Object.assign(notesite, { windowOf, standing, forToday, following, stateOf, daysBetween, sorted });
})();
