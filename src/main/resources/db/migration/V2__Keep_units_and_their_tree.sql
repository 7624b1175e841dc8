-- Equality and ranges in one exclusion constraint; any owner of a database may create this extension.
create extension if not exists btree_gist;

-- A unit receives dossiers or answers for them. root is the code of the tree's topmost unit; the foreign key on
-- (parent, root) keeps a whole tree under one root, also when a unit with everything below it moves.
create table unit (
    code       text        primary key
                   check (length(code) <= 35 and code ~ '^([A-Y]\d{2}(\.[0-9A-Z]{1,5})*|\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})$'),
    name       text        not null,
    parent     text,
    root       text        not null,
    level      text        not null check (level in
                   ('PROVINCE', 'DISTRICT', 'COMMUNE', 'DEPARTMENT', 'CENTRE', 'BRANCH', 'VERTICAL', 'OTHER')),
    area_code  text        check (area_code ~ '^(\d{2}|\d{5})$'),
    calendar   text,
    valid_from date        not null,
    valid_to   date,
    live_from  date,
    version    bigint      not null,
    constraint unit_with_root unique (code, root),
    constraint unit_parent foreign key (parent, root) references unit (code, root) on update cascade,
    constraint unit_without_parent_is_root check (parent is not null or root = code),
    constraint unit_ends_after_it_begins check (valid_to >= valid_from),
    constraint unit_area_code_once exclude using gist
        (root with =, area_code with =, daterange(valid_from, valid_to, '[]') with &&) where (area_code is not null)
);

-- serves Units.subtree and Units.list by parent
create index unit_by_parent on unit (parent, code);
