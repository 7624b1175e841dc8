-- Each time a desk gave out a new secret for a dossier, by which its citizen looks it up; the one on the receipt is the
-- first and has no row. Only the highest opens. The secret itself is derived from code and issue, and stands nowhere.
-- By code, not by id: what a look-up reads before the secret has been proven does not depend on whether there is such a
-- dossier. issued_by: subject of the token. unit: the one its holder acted for.
create table tracking_issue (
    dossier   text        not null references dossier (code),
    issue     integer     not null check (issue > 1),
    issued_at timestamptz not null,
    issued_by text        not null,
    unit      text        not null,
    -- serves TrackingIssues.current
    constraint tracking_issue_once primary key (dossier, issue)
);

create trigger tracking_issue_is_append_only before update or delete on tracking_issue
    for each row execute function refuse_change_of_history();
create trigger tracking_issue_is_never_emptied before truncate on tracking_issue
    for each statement execute function refuse_change_of_history();

-- How many look-ups an address or a code has left, for all services on this database; in the shape Bucket4j reads and
-- writes. Unlogged: after a crash counting begins anew, and no look-up waits for the disk.
-- id: keyed hash of what is counted, so that no address is kept. state: null only until its first use. expires_at: in
-- milliseconds since 1970, when it is full again and may go.
create unlogged table tracking_bucket (
    id         bytea  primary key,
    state      bytea,
    expires_at bigint not null default (extract(epoch from now() + interval '1 hour') * 1000)::bigint
);

-- serves Throttle.forget
create index tracking_bucket_by_expiry on tracking_bucket (expires_at);
