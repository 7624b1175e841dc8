package vn.motcua.calendar;

import vn.motcua.deadline.WorkingCalendar;

/** One version of a calendar, ready to reckon with. */
public record KeptCalendar(String code, int version, WorkingCalendar hours) {}
