-- A dossier entered twice or by mistake is void: it stays readable, allows no step and is counted nowhere. The one
-- date a person may name is the extension's. amended: dossier_rules says more of the clock than this row does.
alter table dossier
    add column voided_at       timestamptz,
    add column extended_at     timestamptz,
    add column extended_due_at timestamptz,
    add column amended         boolean not null default false,
    add constraint dossier_voided_since check (voided = (voided_at is not null)),
    add constraint dossier_extended_to_a_date check ((extended_at is null) = (extended_due_at is null));

-- A correction that undoes a step: it annuls the rows of its dossier from this number up to its own.
alter table dossier_event
    add column annuls integer constraint dossier_event_annuls_earlier_rows check (annuls between 1 and number - 1);

-- serves OnTimeCount: rows that, for whoever asks now, never were
create index dossier_event_annulling on dossier_event (dossier, annuls) where annuls is not null;

-- What the clock of a dossier ran on, and since when; empty for most, whose own row says it all. The first line, the
-- rules at receipt, has no since.
create table dossier_rules (
    dossier                 bigint  not null references dossier (id),
    ordinal                 integer not null check (ordinal >= 0),
    since                   timestamptz,
    procedure_version       bigint  not null references procedure_version (id),
    case_name               text,
    channel                 text    not null check (channel in ('COUNTER', 'ONLINE', 'POSTAL')),
    intake_calendar         text    not null,
    intake_calendar_version integer not null,
    calendar                text    not null,
    calendar_version        integer not null,
    primary key (dossier, ordinal),
    constraint rules_intake_calendar foreign key (intake_calendar, intake_calendar_version)
        references calendar_version (calendar, version),
    constraint rules_calendar foreign key (calendar, calendar_version)
        references calendar_version (calendar, version),
    constraint rules_of_receipt_since_ever check ((ordinal = 0) = (since is null))
);

-- What a dossier was counted under until a correction (the row of history with this number) became known; the
-- dossier's own row says what since then.
create table dossier_key (
    dossier        bigint      not null references dossier (id),
    number         integer     not null,
    until          timestamptz not null,
    procedure_code text        not null,
    field          text        not null,
    channel        text        not null check (channel in ('COUNTER', 'ONLINE', 'POSTAL')),
    competent_unit text        not null,
    competent_path text[]      not null,
    zone           text        not null,
    primary key (dossier, number)
);

-- serves OnTimeCount: what was counted for a unit as of a time before a correction
create index dossier_key_by_competent_path on dossier_key using gin (competent_path);
