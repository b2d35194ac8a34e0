notesite.texts({{ view.number }},[
{% for path, found in view.notes %}
{{ found.words|json }},
{% endfor %}
]);
