// The days that this site knows of, and its language.
var notesite = { site: {"built":{{ view.built|iso|json }},"last":{{ view.last|iso|json }},"pinned":{{ view.is_pinned|json }},"words":{{ script_words()|json }}} };
