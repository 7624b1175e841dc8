-- The keys personal data have been sealed with, by id; the keys themselves stand in a file outside. A service whose file
-- lacks one of them does not start: it could not read what others wrote, nor they what it writes.
create table sealing_key (
    id            integer     primary key,
    first_used_at timestamptz not null default now()
);
