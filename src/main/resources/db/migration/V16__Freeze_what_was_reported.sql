-- A report as it was handed in when its period was closed: the question, the figures and what its rates meant. Never
-- changed; what is corrected later shows as a difference between these figures and those counted anew.
-- unit: whose report, a unit on record or not, as figures may be asked for either. period_from, period_to: half-open.
-- zone: of the unit's calendar then, in which its days were meant. frozen_at: when, and the asOf of the figures.
-- frozen_by: subject of the token. definitions: id, version and formula of each rate. figures: columns, rows, total and
-- the rates of the total.
create table frozen_report (
    id          uuid        primary key,
    report      text        not null check (report in ('06a', '06b')),
    unit        text        not null,
    unit_role   text        not null check (unit_role in ('COMPETENT', 'RECEIVING')),
    period_from timestamptz not null,
    period_to   timestamptz not null,
    zone        text        not null,
    basis       text        not null check (basis in ('DATE', 'MOMENT')),
    promise     text        not null check (promise in ('CURRENT', 'FIRST')),
    units       text        not null check (units in ('AS_WAS', 'AS_NOW')),
    frozen_at   timestamptz not null,
    frozen_by   text        not null,
    definitions jsonb       not null check (jsonb_typeof(definitions) = 'array'),
    figures     jsonb       not null check (figures ?& array['columns', 'rows', 'total', 'rates']),
    constraint frozen_report_after_its_period check (period_from < period_to and period_to <= frozen_at),
    -- also serves FrozenReports.first: whether this question was frozen before
    constraint frozen_report_once unique (unit, report, period_from, period_to, unit_role, basis, promise, units)
);

-- serves FrozenReports.list: those of a unit and all below it, newest first
create index frozen_report_by_unit on frozen_report (unit, frozen_at, id);

create trigger frozen_report_is_append_only before update or delete on frozen_report
    for each row execute function refuse_change_of_history();
create trigger frozen_report_is_never_emptied before truncate on frozen_report
    for each statement execute function refuse_change_of_history();
