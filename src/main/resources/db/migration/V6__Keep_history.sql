-- Everything that ever happened to a dossier, numbered and chained: hash = SHA-256 of the hash before it and of facts,
-- byte for byte. The other columns repeat what facts says, so that counting can read them; the verifier compares.
-- at: when it holds. recorded_at: when we learnt it. known_at: what asOf compares, for an import its own at.
create sequence dossier_event_seq increment by 100;

create table dossier_event (
    position             bigint      primary key,
    dossier              bigint      not null references dossier (id),
    number               integer     not null check (number > 0),
    type                 text        not null,
    done_by              text        not null,
    at                   timestamptz not null,
    recorded_at          timestamptz not null,
    known_at             timestamptz not null,
    facts                text        not null,
    previous_hash        bytea       not null,
    hash                 bytea       not null,
    transaction          xid8        not null default pg_current_xact_id(),
    status               text        not null,
    submitted_at         timestamptz,
    intake_due_at        timestamptz,
    received_at          timestamptz,
    promised             boolean     not null,
    starts_at            timestamptz,
    first_due_at         timestamptz,
    first_due_date       date,
    due_at               timestamptz,
    due_date             date,
    missed_date          date,
    missed_moment        timestamptz,
    stopped_at           timestamptz,
    finished_at          timestamptz,
    returned_at          timestamptz,
    ended_at             timestamptz,
    date_verdict         text,
    moment_verdict       text,
    date_verdict_first   text,
    moment_verdict_first text,
    constraint dossier_event_numbered unique (dossier, number),
    constraint dossier_event_not_before_known check (known_at <= recorded_at and at <= recorded_at)
);

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only: % of % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger dossier_event_is_append_only before update or delete on dossier_event
    for each row execute function refuse_change_of_history();
create trigger dossier_event_is_never_emptied before truncate on dossier_event
    for each statement execute function refuse_change_of_history();
