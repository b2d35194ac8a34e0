notesite.network({"kinds":{{ view.kinds|json }},"spots":{{ view.spots|json }},"clusters":{{ view.clusters|json }},"edges":{{ view.edges|json }}});
