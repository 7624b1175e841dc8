package vn.motcua.deadline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One date of a reckoning: how much of it counted, in the limit's unit (a month counts in calendar days, a named
 * date without limit in working hours), and why not all of it. Name and legal basis are those of a day off or
 * make-up day.
 */
public record ReckonedDay(
        LocalDate date,
        BigDecimal counted,
        Optional<Reason> reason,
        Optional<String> name,
        Optional<String> legalBasis) {}
