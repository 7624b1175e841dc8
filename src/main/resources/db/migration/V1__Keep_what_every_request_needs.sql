-- Whether this database was made in demo mode. One row, written at the first start.
create table installation (
    only_one   boolean     primary key default true check (only_one),
    demo       boolean     not null,
    created_at timestamptz not null default now()
);

-- One answered POST for each key of each caller. The row is inserted before the effect, in its transaction, so the
-- answer columns are empty only while that transaction runs. Holds no personal data.
create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      integer,
    location    text,
    version     bigint,
    body        text,
    created_at  timestamptz not null default now(),
    primary key (caller, key)
);

-- serves Idempotency.forgetOldKeys
create index idempotency_key_by_age on idempotency_key (created_at);

-- Long work somebody asked for, its progress and outcome. A running job whose lease ran out is taken up again.
create table job (
    id          uuid        primary key,
    kind        text        not null,
    state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    unit        text        not null,
    caller      text        not null,
    done        bigint      not null default 0,
    total       bigint      not null default 0,
    accepted    bigint      not null default 0,
    unchanged   bigint      not null default 0,
    refused     bigint      not null default 0,
    created_at  timestamptz not null,
    lease_until timestamptz,
    constraint job_counts_every_row_once check (done = accepted + unchanged + refused and done <= total)
);

-- serves Jobs.takeUp
create index job_waiting on job (created_at) where state in ('QUEUED', 'RUNNING');
