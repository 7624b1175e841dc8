-- How many papers were handed in with a dossier, and how many of them as data; what they are called is nobody's figure.
alter table dossier
    add column paper_count      integer not null default 0 check (paper_count >= 0),
    add column papers_digitised integer not null default 0,
    add column digitised        boolean,
    add constraint dossier_digitises_papers_it_has check (papers_digitised between 0 and paper_count);

-- Part of the standing: whether the result was given as data. Null where there is none, or where nobody said so.
alter table dossier_event add column digitised boolean;
