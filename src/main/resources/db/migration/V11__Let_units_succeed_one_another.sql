-- Work asked for ahead of its day is taken up from start_at on; null means at once.
alter table job add column start_at timestamptz;

-- Who takes the place of a unit that ends, from date on. A unit is succeeded once; of several that merge, each has a
-- row. job passes over what the unit leaves.
create table succession (
    unit        text        primary key references unit (code),
    kind        text        not null check (kind in ('MERGE', 'SPLIT', 'RENAME')),
    date        date        not null,
    legal_basis text        not null,
    made_by     text        not null,
    made_at     timestamptz not null,
    job         uuid        not null unique references job (id)
);

-- The successors, in the order of their rules: the first whose conditions fit takes a dossier, the last has none and
-- takes the rest. A condition left out is null.
create table succession_part (
    unit          text    not null references succession (unit),
    ordinal       integer not null check (ordinal >= 0),
    successor     text    not null references unit (code),
    fields        text[],
    procedures    text[],
    areas         text[],
    hand_in_units text[],
    primary key (unit, ordinal),
    constraint succession_by_another_unit check (successor <> unit),
    constraint succession_condition_says_something check (
        cardinality(fields) > 0 and cardinality(procedures) > 0 and cardinality(areas) > 0
        and cardinality(hand_in_units) > 0)
);

-- serves Successions.takesOverOn
create index succession_part_by_successor on succession_part (successor);

-- The unit that now stands in the place of the one at receipt; null while that is still the same.
alter table dossier
    add column hand_in_heir   text,
    add column receiving_heir text,
    add column competent_heir text;
alter table dossier_key add column competent_heir text;

-- serve Estate, and OnTimeCount for units as they are now
create index dossier_by_competent_now on dossier ((coalesce(competent_heir, competent_unit)));
create index dossier_by_receiving_now on dossier ((coalesce(receiving_heir, receiving_unit)));
create index dossier_key_by_competent_now on dossier_key ((coalesce(competent_heir, competent_unit)));
-- serves Estate: few are handed in elsewhere than they are received
create index dossier_handed_in_elsewhere on dossier ((coalesce(hand_in_heir, hand_in_unit)))
    where hand_in_unit <> receiving_unit;
