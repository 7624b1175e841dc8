package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.organization.UnitCode;

/** Who a dossier is handed to, and how long that step may take. */
record Receiver(UnitCode unit, String officer, KeptCalendar hours, Optional<TimeLimit> limit) {}
