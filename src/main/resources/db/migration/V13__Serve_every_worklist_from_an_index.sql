-- What a unit holds is asked for by condition (Worklist). Each order has an index of its own that holds only what the
-- condition may show, so that a page reads the rows it shows, however far it is and however much was recorded. The
-- judged date is that of the promise the verdict will be given against: the missed one where one was missed. In the
-- second place of an order by date stands the moment due, that of a stopped dossier after all others.

-- serves Worklist OVERDUE and DUE_TODAY
create index dossier_open_by_judged_date on dossier (current_unit, coalesce(missed_date, due_date),
        coalesce(due_at, intake_due_at, timestamptz '9999-12-31 00:00:00+00'), id)
    where status in ('RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED') and not voided;
-- serves Worklist APOLOGY_MISSING
create index dossier_open_without_extension on dossier (current_unit, coalesce(missed_date, due_date),
        coalesce(due_at, intake_due_at, timestamptz '9999-12-31 00:00:00+00'), id)
    where status in ('RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED') and not voided
        and extended_at is null;
-- serves Worklist DUE_WITHIN
create index dossier_running_by_due on dossier (current_unit,
        coalesce(due_at, intake_due_at, timestamptz '9999-12-31 00:00:00+00'), id)
    where status in ('RECEIVED', 'PROCESSING') and not voided;
-- serves Worklist INTAKE_LATE
create index dossier_submitted_by_intake_due on dossier (current_unit, intake_due_at, id)
    where status = 'SUBMITTED' and not voided;
-- serves Worklist ANSWER_OVERDUE; of one officer too, whose other dossiers are passed over within the index
create index dossier_awaited_by_answer on dossier (current_unit, answer_by, id, officer)
    where status = 'AWAITING_SUPPLEMENT' and not voided;
-- serves Worklist ALL and DUE_WITHIN of one officer
create index dossier_of_officer_by_urgency on dossier (current_unit, officer,
        coalesce(due_at, intake_due_at, timestamptz '9999-12-31 00:00:00+00'), id)
    where status in ('SUBMITTED', 'RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED')
        and not voided and officer is not null;
-- serves Worklist OVERDUE, DUE_TODAY and APOLOGY_MISSING of one officer
create index dossier_of_officer_by_judged_date on dossier (current_unit, officer, coalesce(missed_date, due_date),
        coalesce(due_at, intake_due_at, timestamptz '9999-12-31 00:00:00+00'), id)
    where status in ('RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED') and not voided
        and officer is not null;

-- serves DossierList.list with voided=true: void dossiers are few and listed apart
create index dossier_voided_newest on dossier (recorded_at desc, id desc) where voided;
