package vn.motcua.organization;

import java.time.LocalDate;
import vn.motcua.http.Job;

/**
 * A succession is being recorded, in this transaction. Who knows the unit's hours says when its day begins and the job
 * may start.
 */
public record UnitSucceeded(Unit ended, LocalDate date, Job job) {}
