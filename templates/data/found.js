// What the search, the tables and the keyboard say, and in how many files the search finds its names.
Object.assign(notesite.site.words.sentences, {{ finding_words()|json }});
notesite.buckets = {{ view }};
