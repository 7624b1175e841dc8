package vn.motcua.organization;

/** What kind of place a unit is. Data, never a rule: nothing in the service depends on it. */
enum UnitLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE,
    DEPARTMENT,
    CENTRE,
    BRANCH,
    VERTICAL,
    OTHER
}
