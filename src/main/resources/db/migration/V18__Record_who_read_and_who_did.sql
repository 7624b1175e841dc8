-- Who read or did what, when, for which unit and from which client: one row for each answer that showed a dossier and
-- for each change that was acknowledged, in the transaction of that change. Nothing personal, and nothing of what was
-- asked for: caller is the subject of the token, found how many a list showed.
-- units: the unit the caller acted for and those of the dossier at that moment; whoever audits one of them sees the row.
create table audit_entry (
    id        bigint      primary key generated always as identity,
    at        timestamptz not null,
    caller    text        not null,
    roles     text[]      not null,
    unit      text        not null,
    client    text        not null,
    operation text        not null,
    dossier   text,
    found     integer,
    units     text[]      not null,
    trace     text        not null,
    constraint audit_entry_known_to_its_unit check (unit = any (units))
);

-- serves AuditEntries.list, of units with little to find
create index audit_entry_by_unit on audit_entry using gin (units);
-- serves AuditEntries.list
create index audit_entry_by_time on audit_entry (at, id);
-- serves AuditEntries.list, of one caller, of one operation: both may be rare in a month
create index audit_entry_by_caller on audit_entry (caller, at, id);
create index audit_entry_by_operation on audit_entry (operation, at, id);
-- serves AuditEntries.list, of one dossier
create index audit_entry_by_dossier on audit_entry (dossier, at, id) where dossier is not null;

create trigger audit_entry_is_append_only before update or delete on audit_entry
    for each row execute function refuse_change_of_history();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
    for each statement execute function refuse_change_of_history();
