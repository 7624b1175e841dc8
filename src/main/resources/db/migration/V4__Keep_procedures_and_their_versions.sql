-- A field groups procedures; reports 06b count by it.
create table field (
    code    text   primary key check (code ~ '^[0-9A-Za-z.-]{1,64}$'),
    name    text   not null,
    version bigint not null
);

-- A procedure of the national catalogue. What it says is kept by version.
create table procedure (
    code    text   primary key check (code ~ '^[1-9]\.\d{6}(\.000\.00\.00)?(\.[A-Y]\d{2})?$'),
    version bigint not null
);

-- What a procedure says about its dossiers between two dates. A dossier refers to the version it was received under,
-- so that a version in use cannot be taken away; it can be ended.
-- limits: [{"channel"?, "case"?, "limit": {"value", "unit"}, "statutory"?}], steps: [{"name", "limit"}].
create table procedure_version (
    id               bigint      generated always as identity primary key,
    procedure        text        not null references procedure,
    name             text        not null,
    field            text        not null,
    valid_from       date        not null,
    valid_to         date,
    limits           jsonb       not null check (jsonb_typeof(limits) = 'array'),
    due              text        not null check (due in ('SAME_TIME', 'END_OF_DAY')),
    cut_off          jsonb       check (jsonb_typeof(cut_off) = 'object'),
    after_supplement text        not null check (after_supplement in ('RESTART', 'PAUSE')),
    answer_by        jsonb       not null check (jsonb_typeof(answer_by) = 'object'),
    steps            jsonb       not null check (jsonb_typeof(steps) = 'array'),
    constraint procedure_version_field foreign key (field) references field,
    constraint procedure_version_ends_after_it_begins check (valid_to >= valid_from),
    constraint procedure_version_once exclude using gist
        (procedure with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- serves Procedures.requireInForce
create index procedure_version_by_date on procedure_version (procedure, valid_from);
