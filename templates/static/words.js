// Days and sentences in the site's language, as pages/words.py and parts/text.html say them.
"use strict";

(function () {
  const words = notesite.site.words;

  function filled(pattern, parts) {
    return pattern.replace(/%\((\w+)\)s/g, (whole, name) => (name in parts ? parts[name] : whole)).replace(/%%/g, "%");
  }

  // A sentence as HTML; its parts are HTML too.
  function _(message, parts = {}) {
    return filled(words.sentences[message] || message, parts);
  }

  function ngettext(one, many, number, parts = {}) {
    const [single, plural] = words.sentences[one] || [one, many];
    return filled(number === 1 ? single : plural, { num: digits(number), ...parts });
  }

  // A date in words; with `near`, without the year that one is in.
  function dayWords(day, form, near = null) {
    const [year, month, date] = day.split("-").map(Number);
    const isNear = near && Number(near.slice(0, 4)) === year;
    const parts = {
      weekday: words.weekdays[(notesite.daysBetween("0001-01-01", day)) % 7],
      day: date,
      month: words.months[month - 1],
      short_month: words.short_months[month - 1],
      year,
    };
    const pattern = words.patterns[(isNear && words.yearless[form]) || form];
    return pattern.replace(/{(\w+)}/g, (_whole, name) => parts[name]);
  }

  function digits(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, words.thousands);
  }

  // A number with one digit after the point, a half rounded up.
  function tenths(number) {
    const rounded = Math.floor(number * 10 + 0.5);
    return `${digits(Math.floor(rounded / 10))}${words.decimal}${rounded % 10}`;
  }

  function numberWords(number) {
    return words.numbers[number] || digits(number);
  }

  // Python rounds a half to the even number.
  function rounded(number) {
    const floor = Math.floor(number);
    const isHalf = number - floor === 0.5;
    return isHalf ? floor + (floor % 2) : Math.round(number);
  }

  function away(days) {
    if (days === 0) return _("today");
    if (days === 1) return _("tomorrow");
    if (days > 75) return ngettext("in %(num)s month", "in %(num)s months", rounded(days / 30.44));
    if (days > 20) return ngettext("in %(num)s week", "in %(num)s weeks", rounded(days / 7));
    if (days > 1) return ngettext("in %(num)s day", "in %(num)s days", days);
    if (days < -75) return ngettext("%(num)s month late", "%(num)s months late", rounded(-days / 30.44));
    if (days < -20) return ngettext("%(num)s week late", "%(num)s weeks late", rounded(-days / 7));
    return ngettext("%(num)s day late", "%(num)s days late", -days);
  }

  function capitalized(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  Object.assign(notesite, { _, ngettext, dayWords, digits, numberWords, tenths, away, capitalized });
})();
