-- Figures that are there when they are asked for. Derived from the histories; may be emptied and counted anew.

-- Dossiers with steps the counters do not hold yet, and the first of these steps. A row is written in the transaction
-- of the step and taken out in the one that counts it: whoever reads sees a step in the counters or here, never in
-- both, never in neither. Writers only append, so no two of them wait for one another.
create table uncounted (
    dossier bigint not null,
    number integer not null
);

-- serves Counting.next: all that waits of some dossiers
create index uncounted_by_dossier on uncounted (dossier);

create function await_counting() returns trigger language plpgsql as $$
begin
    insert into uncounted (dossier, number) select dossier, min(number) from taken group by dossier;
    return null;
end
$$;

create trigger dossier_event_awaits_counting after insert on dossier_event
    referencing new table as taken for each statement execute function await_counting();

insert into uncounted (dossier, number) select id, 1 from dossier;

-- What dossiers are counted under: for a unit in its place in the tree (field, procedure and channel empty), or for a
-- whole province by field, procedure and channel (the path is its root).
create table counted_key (
    id bigint primary key generated always as identity,
    role text not null check (role in ('COMPETENT', 'RECEIVING')),
    path text[] not null,
    zone text not null,
    field text not null,
    procedure text not null,
    channel text not null,
    constraint counted_key_once unique (role, path, zone, field, procedure, channel)
);

-- What happened under a key on a day, in a half of a month (from the 1st or the 15th), in a year. A pair holds those
-- received in the half that begins with since and finished in the half that begins with day.
create table counter (
    key bigint not null references counted_key,
    grain text not null check (grain in ('DAY', 'HALF', 'YEAR', 'PAIR')),
    day date not null,
    since date not null,
    received_counter integer not null,
    received_online integer not null,
    received_postal integer not null,
    late_entries integer not null,
    papers integer not null,
    digitised_papers integer not null,
    early integer not null,
    on_time integer not null,
    late integer not null,
    no_deadline integer not null,
    first_early integer not null,
    first_on_time integer not null,
    first_late integer not null,
    first_no_deadline integer not null,
    moment_early integer not null,
    moment_on_time integer not null,
    moment_late integer not null,
    moment_no_deadline integer not null,
    digitised_results integer not null,
    withdrawn integer not null,
    refused integer not null,
    within_deadline integer not null,
    stopped integer not null,
    overdue integer not null,
    open_without_deadline integer not null,
    missed integer not null,
    submitted integer not null,
    accepted integer not null,
    intake_refused integer not null,
    intake_withdrawn integer not null,
    waiting_late integer not null,
    intake_missed integer not null,
    cohort_early integer not null,
    cohort_on_time integer not null,
    same_day_early integer not null,
    same_day_on_time integer not null,
    primary key (key, grain, day, since),
    constraint counter_since_in_pairs_only check (grain = 'PAIR' or since = day)
);

-- serves Counters: who waits at a desk that should have answered earlier today
create index dossier_waiting_by_intake_due on dossier (intake_due_at)
    where received_at is null and ended_at is null and not voided;
