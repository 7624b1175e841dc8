-- serves OnTimeCount: the dossiers a unit and everything below it answer for, or received
create index dossier_by_competent_path on dossier using gin (competent_path);
create index dossier_by_receiving_path on dossier using gin (receiving_path);
