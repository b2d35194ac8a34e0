notesite.network({"names":[
{% for each in view %}
{{ each.name|json }},{{ (to.org(each.key) if each.kind == "organisation" else to.note(each.key))|json }},
{% endfor %}
]});
