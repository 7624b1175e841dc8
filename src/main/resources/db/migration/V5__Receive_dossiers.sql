-- A dossier is one application an office has recorded. What people said of themselves stands in dossier_person,
-- dossier_content and dossier_text; nothing personal stands here. From status to moment_verdict_first the columns are
-- the standing: where the dossier stands now, the very columns each row of its history keeps for its own time.
create sequence dossier_seq increment by 50;

create table dossier (
    id                       bigint      primary key,
    code                     text        not null constraint dossier_code_once unique,
    external_code            text,
    source                   text        not null check (source in ('DESK', 'IMPORT')),
    import_fingerprint       text,
    procedure_version        bigint      not null references procedure_version (id),
    procedure_code           text        not null,
    field                    text        not null,
    case_name                text,
    channel                  text        not null check (channel in ('COUNTER', 'ONLINE', 'POSTAL')),
    delivery                 text        not null check (delivery in ('DESK', 'POST', 'ELECTRONIC')),
    hand_in_unit             text        not null,
    receiving_unit           text        not null,
    competent_unit           text        not null,
    current_unit             text        not null,
    officer                  text,
    units                    text[]      not null,
    receiving_path           text[]      not null,
    competent_path           text[]      not null,
    intake_calendar          text        not null,
    intake_calendar_version  integer     not null,
    calendar                 text        not null,
    calendar_version         integer     not null,
    zone                     text        not null,
    named_due_at             timestamptz,
    late_entry               boolean     not null,
    outcome                  text        check (outcome in ('GRANTED', 'DECLINED')),
    answer_by                timestamptz,
    voided                   boolean     not null default false,
    status                   text        not null check (status in ('SUBMITTED', 'RECEIVED', 'REFUSED', 'PROCESSING',
                                 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'WITHDRAWN', 'SUSPENDED', 'FINISHED',
                                 'RETURNED')),
    submitted_at             timestamptz,
    intake_due_at            timestamptz,
    received_at              timestamptz,
    promised                 boolean     not null,
    starts_at                timestamptz,
    first_due_at             timestamptz,
    first_due_date           date,
    due_at                   timestamptz,
    due_date                 date,
    missed_date              date,
    missed_moment            timestamptz,
    stopped_at               timestamptz,
    finished_at              timestamptz,
    returned_at              timestamptz,
    ended_at                 timestamptz,
    date_verdict             text,
    moment_verdict           text,
    date_verdict_first       text,
    moment_verdict_first     text,
    recorded_at              timestamptz not null,
    last_number              integer     not null,
    last_hash                bytea       not null,
    version                  bigint      not null,
    constraint dossier_external_code_once_per_unit unique (receiving_unit, external_code),
    constraint dossier_stopped_only_while_waiting check (
        (stopped_at is not null) = (status in ('AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED'))),
    constraint dossier_finished_has_its_verdict check (
        (finished_at is not null) = (status in ('FINISHED', 'RETURNED'))
        and (finished_at is not null) = (date_verdict is not null)),
    constraint dossier_ends_after_receipt check (ended_at >= coalesce(received_at, submitted_at)),
    constraint dossier_without_clock_until_received check (received_at is not null or (promised = false
        and first_due_at is null and due_at is null)),
    constraint dossier_ended_when_over check (
        (ended_at is not null) = (status in ('REFUSED', 'WITHDRAWN', 'FINISHED', 'RETURNED')))
);

-- serves DossierList.list and search: what a caller may see
create index dossier_by_unit on dossier using gin (units);
-- serves DossierList.list and search: newest first
create index dossier_newest on dossier (recorded_at desc, id desc);
-- serves DossierList.worklist: what a unit must still finish, most urgent first, what has no due date last
create index dossier_open_by_urgency on dossier
    (current_unit, coalesce(due_at, intake_due_at, timestamptz '9999-12-31 00:00:00+00'), id)
    where status in ('SUBMITTED', 'RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED');

-- The last ordinal given at a unit on a local day. Its row lock makes codes unique; it lasts one transaction.
create table dossier_ordinal (
    unit text    not null,
    day  date    not null,
    last integer not null check (last > 0),
    primary key (unit, day)
);

-- An interval in which the clock stood still, and what stopped it.
create table dossier_stop (
    dossier     bigint      not null references dossier (id),
    ordinal     integer     not null,
    kind        text        not null check (kind in ('SUPPLEMENT', 'PAYMENT', 'SUSPENSION')),
    from_status text        not null,
    stopped_at  timestamptz not null,
    resumed_at  timestamptz,
    stopped_by  text        not null,
    answer_by   timestamptz,
    primary key (dossier, ordinal),
    constraint stop_ends_after_it_begins check (resumed_at >= stopped_at)
);

-- One hand-over: giver, receiver, and the limit of the step that begins with it.
create table dossier_hand_over (
    dossier     bigint      not null references dossier (id),
    ordinal     integer     not null,
    giver       text        not null,
    giving_unit text        not null,
    receiver    text,
    unit        text        not null,
    at          timestamptz not null,
    limit_value numeric(8, 2),
    limit_unit  text,
    calendar    text        not null,
    calendar_version integer not null,
    due_at      timestamptz,
    ended_at    timestamptz,
    verdict     text,
    primary key (dossier, ordinal),
    constraint hand_over_verdict_when_ended check ((ended_at is null) = (verdict is null))
);

-- The people of a dossier. Personal data: read only for the view of one dossier and for search.
create table dossier_person (
    dossier         bigint not null references dossier (id),
    role            text   not null check (role in ('APPLICANT', 'SUBMITTER', 'PROXY')),
    kind            text   not null check (kind in ('CITIZEN', 'ENTERPRISE', 'AGENCY', 'OTHER')),
    name            text   not null,
    name_key        text   not null,
    identity_kind   text,
    identity_number text,
    phone           text,
    email           text,
    address         text,
    area_code       text,
    authorisation   text,
    primary key (dossier, role)
);

-- serves DossierList.search by name, identity number and phone
create index dossier_person_by_name on dossier_person (name_key text_pattern_ops, dossier);
create index dossier_person_by_identity on dossier_person (identity_number) where identity_number is not null;
create index dossier_person_by_phone on dossier_person (phone) where phone is not null;

-- What was asked for and the papers handed in, in the applicant's words.
create table dossier_content (
    dossier bigint primary key references dossier (id),
    content text,
    papers  text
);

-- Free text of one history row. The row holds only a salted digest, so that the text can be taken away.
create table dossier_text (
    dossier bigint  not null references dossier (id),
    number  integer not null,
    name    text    not null,
    text    text    not null,
    salt    bytea   not null,
    primary key (dossier, number, name)
);
