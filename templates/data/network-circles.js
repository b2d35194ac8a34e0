{% import "parts/text.html" as t %}
notesite.network({"circles":[
{% for each in view.names %}
{{ t.circle(each)|string|json }},
{% endfor %}
],"of":{{ view.of|json }}});
