{% import "parts/rows.html" as r %}
{% macro item(each, order, html) %}
[{{ (each.since|iso if each.since else "")|json }},{{ (each.until|iso if each.until else "")|json }},{{ order|json }},{{ html|string|json }}],
{% endmacro %}
notesite.chunk({
"windows":[
{% for row in view.rows %}
{{ (row.window|record + [r.follow_up(to, row, view.day)|string])|json }},
{% endfor %}
],
{% for name, promises in [("mine", view.upcoming.mine), ("theirs", view.upcoming.theirs)] %}
"{{ name }}":[
{% for each in promises %}
{{ item(each, [each.value.due|iso, each.value.origin.path, each.value.origin.line], r.promise(to, each.value, view.day)) -}}
{% endfor %}
],
{% endfor %}
"events":[
{% for each in view.upcoming.events %}
{{ item(each, [each.value.start|iso, each.value.name, each.value.path], r.event(to, each.value, view.day)) -}}
{% endfor %}
],
"birthdays":[
{% for each in view.upcoming.birthdays %}
{{ item(each, [each.value.on|iso, each.value.person.name, each.value.person.path], r.birthday(to, each.value)) -}}
{% endfor %}
],
});
