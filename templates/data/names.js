notesite.names({{ view.number }},[
{% for path, found in view.notes %}
{{ found|found(to.note(path), to.file(found.photo))|json }},
{% endfor %}
],[
{% for each in view.names %}
{{ each|named(to.tag(each.key) if each.sort == "tag" else to.org(each.key))|json }},
{% endfor %}
]);
