{% import "parts/rows.html" as r %}
{% macro html(kind, row) -%}
{% if kind == "windows" %}{{ r.follow_up(to, row, view.day) }}
{%- elif kind == "promises" %}{{ r.promise(to, row, view.day) }}
{%- elif kind == "events" %}{{ r.event(to, row, view.day) }}
{%- else %}{{ r.birthday(to, row) }}
{%- endif %}
{%- endmacro %}
notesite.rows({
{% for note in view.notes %}
{{ note.path|json }}:{
{% for kind, rows in [("windows", note.windows), ("promises", note.promises), ("events", note.events), ("birthdays", note.birthdays)] if rows %}
"{{ kind }}":[
{% for row in rows %}
{{ (html(kind, row)|string if row else "")|json }},
{% endfor %}
],
{% endfor %}
},
{% endfor %}
});
