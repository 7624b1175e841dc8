-- The hours an office keeps. version is the newest; each edit of hours or days makes one.
create table calendar (
    code    text    primary key check (code ~ '^[0-9A-Za-z.-]{1,64}$'),
    version integer not null check (version > 0)
);

-- One version of a calendar, never changed: open dossiers keep theirs, ledger rows name theirs.
-- weeks: [{"validFrom": date, "shifts": {"MONDAY": [{"from": "07:30", "to": "11:30"}]}}].
-- known_until: the last date whose days off are settled; null when the calendar's days say it themselves.
create table calendar_version (
    calendar    text    not null references calendar,
    version     integer not null,
    name        text    not null,
    zone        text    not null,
    weeks       jsonb   not null check (jsonb_typeof(weeks) = 'array'),
    known_until date,
    made_by     text    not null,
    made_at     timestamptz not null default now(),
    primary key (calendar, version)
);

-- A date that differs from its weekday, in the versions since (included) to until (excluded) of its calendar.
create table calendar_day (
    id          bigint  generated always as identity primary key,
    calendar    text    not null references calendar,
    date        date    not null,
    kind        text    not null check (kind in ('OFF', 'MAKE_UP')),
    name        text    not null,
    legal_basis text    not null,
    replaces    date,
    shifts      jsonb   not null check (jsonb_typeof(shifts) = 'array'),
    since       integer not null,
    until       integer check (until > since),
    constraint calendar_day_off_without_shifts check (kind = 'MAKE_UP' or (shifts = '[]' and replaces is null)),
    constraint calendar_day_make_up_with_shifts check (kind = 'OFF' or shifts <> '[]' or replaces is not null),
    constraint calendar_day_once exclude using gist (calendar with =, date with =, int4range(since, until) with &&)
);

alter table unit add constraint unit_calendar foreign key (calendar) references calendar;
