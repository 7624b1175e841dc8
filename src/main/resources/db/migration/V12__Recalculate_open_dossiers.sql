-- A day off announced late: open dossiers go over to this version of a calendar, as a job, or a dry run says what would
-- come of it. legal_basis and reason become texts of each dossier's history.
create table recalculation (
    job         uuid    primary key references job (id),
    calendar    text    not null,
    version     integer not null,
    dry_run     boolean not null,
    legal_basis text    not null,
    reason      text,
    constraint recalculation_calendar foreign key (calendar, version) references calendar_version (calendar, version)
);

-- What a recalculation did, or would do, to one dossier; written in the transaction of the dossier's change, so that no
-- dossier is met twice. unit: the one that answered for it then. The dossier is not a foreign key: a dry run would lock
-- every one of them. verdict_before and verdict_after: by DATE if it were finished at that moment, null where none could
-- be given. problem: why it stays as it was.
create table recalculation_row (
    job             uuid        not null references recalculation (job),
    dossier         bigint      not null,
    unit            text        not null,
    from_due        timestamptz,
    to_due          timestamptz,
    verdict_before  text,
    verdict_after   text,
    problem         text,
    moved           boolean     not null generated always as (from_due is distinct from to_due) stored,
    verdict_changes boolean     not null generated always as (verdict_before is distinct from verdict_after) stored,
    primary key (job, dossier),
    constraint recalculation_row_refused_changes_nothing check (problem is null
        or (from_due is not distinct from to_due and verdict_before is not distinct from verdict_after))
);

-- serves RecalculationRows.list with a filter
create index recalculation_row_by_unit on recalculation_row (job, unit, dossier);
create index recalculation_row_other_verdict on recalculation_row (job, dossier) where verdict_changes;

-- serves Concerned: open dossiers that run on an older version of a calendar; most have one calendar for both
create index dossier_open_by_calendar on dossier (calendar, id, calendar_version)
    where ended_at is null and not voided;
create index dossier_open_by_intake_calendar on dossier (intake_calendar, id, intake_calendar_version)
    where ended_at is null and not voided
        and (intake_calendar <> calendar or intake_calendar_version <> calendar_version);
create index dossier_hand_over_by_calendar on dossier_hand_over (calendar, dossier, calendar_version)
    where ended_at is null;
