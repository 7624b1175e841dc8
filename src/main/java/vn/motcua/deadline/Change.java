package vn.motcua.deadline;

import java.time.Instant;

/**
 * Other rules from some moment on: a corrected procedure, unit or channel, or a calendar announced late. The promise is
 * reckoned anew as though they had held since the receipt; what was missed before the change stays missed.
 *
 * @param at from when they hold
 */
public record Change(Instant at, WorkingCalendar intake, WorkingCalendar running, Terms terms) {}
