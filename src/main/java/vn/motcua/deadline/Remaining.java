package vn.motcua.deadline;

import java.math.BigDecimal;

/** What is left of a limit while the clock stands still, never below 0, rounded to 6 decimals. */
public record Remaining(BigDecimal value, LimitUnit unit) {}
