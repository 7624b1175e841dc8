-- A unit's heirs answer for its dossiers once it has ended, for their people too.
drop index dossier_with_its_people;

-- serves Anonymiser.next: what a unit answers for, has been over since, and still knows its people
create index dossier_with_its_people on dossier
    (coalesce(competent_heir, competent_unit), coalesce(ended_at, voided_at)) where anonymised_at is null;
