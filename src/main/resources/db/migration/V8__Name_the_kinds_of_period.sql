-- A way of cutting the calendar into months, quarters and years. A month begins on first_day and is named after the
-- month its last day falls in: a STATUTORY January runs from 15 December to 14 January.
create table period_kind (
    name      text    primary key check (name ~ '^[A-Z][0-9A-Z_]{0,31}$'),
    first_day integer not null check (first_day between 1 and 28)
);

insert into period_kind (name, first_day) values ('CALENDAR', 1), ('STATUTORY', 15);
