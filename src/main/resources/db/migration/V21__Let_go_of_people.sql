-- Once a dossier has been over for as long as the rule says, who its people were is taken away: their rows keep only
-- what they were to the dossier, free texts go, and history keeps the digests it always had.
alter table dossier add column anonymised_at timestamptz;
alter table dossier add constraint dossier_anonymised_when_over check (
    anonymised_at is null or ended_at is not null or voided_at is not null);
alter table dossier_person alter column name drop not null;
alter table dossier_person alter column name_key drop not null;

-- serves Anonymiser.next: what a unit answers for, has been over since, and still knows its people
create index dossier_with_its_people on dossier (competent_unit, coalesce(ended_at, voided_at))
    where anonymised_at is null;

-- What was said of a person before it was corrected; number: of the row of history that corrected it. Personal data.
create table dossier_person_former (
    dossier bigint  not null references dossier (id),
    number  integer not null,
    role    text    not null check (role in ('APPLICANT', 'SUBMITTER', 'PROXY')),
    sealed  bytea   not null,
    key_id  integer not null,
    primary key (dossier, number, role)
);

-- What a job is to let go of. unit: it or a unit below it answers. ended_before: dossiers over since before then.
create table anonymisation (
    job          uuid        primary key references job (id),
    unit         text        not null,
    ended_before timestamptz not null,
    legal_basis  text        not null
);
