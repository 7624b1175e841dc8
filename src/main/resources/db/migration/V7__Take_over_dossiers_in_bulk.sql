-- The rows somebody sent for import, as they came, and what became of each. A row without an outcome is still to do.
create table import_row (
    job      uuid    not null references job (id),
    row      integer not null check (row > 0),
    line     text    not null,
    outcome  text    check (outcome in ('ACCEPTED', 'UNCHANGED', 'REFUSED')),
    identity text,
    code     text,
    problem  text,
    primary key (job, row),
    constraint import_row_refused_says_why check ((problem is not null) = (outcome is not distinct from 'REFUSED'))
);

-- serves ImportRows.next: what an import still has to do
create index import_row_to_do on import_row (job, row) where outcome is null;
-- serves ImportRows.list with a filter
create index import_row_by_outcome on import_row (job, outcome, row);
