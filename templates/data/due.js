{% macro items(name, found) %}
"{{ name }}":[
{% for bucket, each in found %}
{{ each|item(bucket)|json }},
{% endfor %}
],
{% endmacro %}
notesite.chunk({
"windows":[
{% for each in view.reasons %}
{{ each|reasons|json }},
{% endfor %}
],
{{ items("mine", view.mine) -}}
{{ items("theirs", view.theirs) -}}
{{ items("events", view.events) -}}
{{ items("birthdays", view.birthdays) -}}
});
