package vn.motcua.access;

import static vn.motcua.access.Grant.When.AWAITING_SUPPLEMENT;
import static vn.motcua.access.Grant.When.NOT_AWAITING_SUPPLEMENT;
import static vn.motcua.access.Grant.When.SUBMITTED;
import static vn.motcua.access.Grant.from;
import static vn.motcua.access.Relation.ANSWERS;
import static vn.motcua.access.Relation.ANY;
import static vn.motcua.access.Relation.HOLDS;
import static vn.motcua.access.Relation.OWN;
import static vn.motcua.access.Relation.OWN_AT_ROOT;
import static vn.motcua.access.Relation.PUBLIC;
import static vn.motcua.access.Relation.RECEIVES;
import static vn.motcua.access.Relation.ROOT;
import static vn.motcua.access.Relation.SEES;
import static vn.motcua.access.Relation.WITHIN;
import static vn.motcua.access.Role.AUDITOR;
import static vn.motcua.access.Role.CATALOGUE;
import static vn.motcua.access.Role.CLERK;
import static vn.motcua.access.Role.DASHBOARD;
import static vn.motcua.access.Role.INTEGRATOR;
import static vn.motcua.access.Role.OFFICER;
import static vn.motcua.access.Role.SUPERVISOR;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.http.Admission;

/**
 * Who may do what from where, operation by operation: src/docs/rights.md is made of this. A role includes those named
 * in Role; without a role named, every caller may.
 */
public enum Rights implements Admission {
    RECEIVE_DOSSIER(from(WITHIN, CLERK, INTEGRATOR)),
    LIST_DOSSIERS(from(SEES, CLERK, INTEGRATOR, AUDITOR)),
    SEARCH_DOSSIERS(from(SEES, CLERK, INTEGRATOR)),
    EXPORT_DOSSIERS(from(SEES, CLERK, INTEGRATOR, AUDITOR)),
    SHOW_DOSSIER(from(SEES, CLERK, INTEGRATOR, AUDITOR)),
    LIST_DOSSIER_EVENTS(from(SEES, CLERK, INTEGRATOR, AUDITOR)),
    EXPLAIN_DEADLINE(from(SEES, CLERK, INTEGRATOR, AUDITOR)),
    SHOW_WORKLIST(from(WITHIN, CLERK, INTEGRATOR, AUDITOR)),

    ACCEPT_DOSSIER(from(RECEIVES, CLERK)),
    REFUSE_DOSSIER(
            from(RECEIVES, CLERK).only(NOT_AWAITING_SUPPLEMENT),
            from(HOLDS, OFFICER).only(AWAITING_SUPPLEMENT)),
    REQUEST_SUPPLEMENT(from(HOLDS, OFFICER), from(RECEIVES, CLERK).only(SUBMITTED)),
    RECEIVE_SUPPLEMENT(from(RECEIVES, CLERK, INTEGRATOR)),
    REQUEST_PAYMENT(from(HOLDS, OFFICER)),
    RECEIVE_PAYMENT(from(RECEIVES, CLERK, INTEGRATOR)),
    SUSPEND_DOSSIER(from(HOLDS, OFFICER)),
    RESUME_DOSSIER(from(HOLDS, OFFICER)),
    HAND_OVER_DOSSIER(from(HOLDS, CLERK)),
    EXTEND_PROMISE(from(HOLDS, OFFICER)),
    FINISH_DOSSIER(from(HOLDS, OFFICER)),
    RETURN_RESULT(from(RECEIVES, CLERK)),
    WITHDRAW_DOSSIER(from(RECEIVES, CLERK)),
    CORRECT_DOSSIER(from(ANSWERS, SUPERVISOR)),
    REISSUE_TRACKING_SECRET(from(RECEIVES, CLERK)),

    TRACK_DOSSIER(from(PUBLIC)),

    EXPORT_PERSON(from(SEES, SUPERVISOR)),
    ANONYMISE_PEOPLE(from(WITHIN, SUPERVISOR)),

    COUNT_ON_TIME(from(WITHIN, CLERK, DASHBOARD, INTEGRATOR, AUDITOR)),
    STREAM_ON_TIME(from(WITHIN, CLERK, DASHBOARD, INTEGRATOR, AUDITOR)),
    LIST_COUNTED_DOSSIERS(from(WITHIN, CLERK, INTEGRATOR, AUDITOR)),
    LIST_DEFINITIONS(from(PUBLIC)),
    REPORT06A(from(WITHIN, CLERK, DASHBOARD, INTEGRATOR, AUDITOR)),
    REPORT06B(from(WITHIN, CLERK, DASHBOARD, INTEGRATOR, AUDITOR)),
    FREEZE_REPORT(from(WITHIN, SUPERVISOR)),
    LIST_FROZEN_REPORTS(from(WITHIN, CLERK, DASHBOARD, INTEGRATOR, AUDITOR)),
    SHOW_FROZEN_REPORT(from(WITHIN, CLERK, DASHBOARD, INTEGRATOR, AUDITOR)),

    IMPORT_DOSSIERS(from(WITHIN, SUPERVISOR, INTEGRATOR)),
    LIST_IMPORT_ROWS(from(OWN, SUPERVISOR, INTEGRATOR)),
    SHOW_JOB(from(OWN)),

    LIST_AUDIT(from(WITHIN, AUDITOR)),

    LIST_UNITS(from(ANY)),
    SHOW_UNIT(from(ANY)),
    PUT_UNIT(from(WITHIN, CATALOGUE)),
    RECORD_SUCCESSION(from(WITHIN, CATALOGUE)),
    SHOW_FIELD(from(ANY)),
    PUT_FIELD(from(ROOT, CATALOGUE)),
    LIST_PROCEDURES(from(ANY)),
    SHOW_PROCEDURE(from(ANY)),
    PUT_PROCEDURE(from(ROOT, CATALOGUE)),
    SHOW_CALENDAR(from(ANY)),
    PUT_CALENDAR(from(ROOT, CATALOGUE)),
    PUT_CALENDAR_DAY(from(ROOT, CATALOGUE)),
    REMOVE_CALENDAR_DAY(from(ROOT, CATALOGUE)),
    RECALCULATE_DOSSIERS(from(ROOT, CATALOGUE)),
    SHOW_RECALCULATION(from(OWN_AT_ROOT, CATALOGUE)),
    LIST_RECALCULATION_ROWS(from(OWN_AT_ROOT, CATALOGUE)),

    RECKON_DEADLINE(from(PUBLIC)),
    SIGN_DEMO_TOKEN(from(PUBLIC));

    /** Who is shown the people of a dossier whole, where an operation shows them at all; others see them masked. */
    public static final List<Grant> PEOPLE_WHOLE = List.of(from(SEES, OFFICER), from(RECEIVES, CLERK));

    private static final Map<String, Rights> BY_OPERATION =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Rights::operation, Function.identity()));

    private final String operation = camelCase(name());
    private final List<Grant> grants;
    private final boolean forEveryCaller;
    private final Set<Role> callers = EnumSet.noneOf(Role.class);

    Rights(Grant... grants) {
        this.grants = List.of(grants);
        this.forEveryCaller =
                this.grants.stream().anyMatch(grant -> grant.roles().isEmpty());
        this.grants.forEach(grant -> callers.addAll(grant.roles()));
    }

    /** Whether somebody with these roles, and those they include, may call an operation at all. */
    static boolean admit(Set<Role> roles, String operation) {
        var rights = BY_OPERATION.get(operation);
        return rights != null && (rights.forEveryCaller || !Collections.disjoint(rights.callers, roles));
    }

    public List<Grant> grants() {
        return grants;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public boolean isOpen() {
        return grants.stream().anyMatch(grant -> grant.relation() == PUBLIC);
    }

    @Override
    public List<String> roles() {
        return callers.stream()
                .filter(role -> callers.stream()
                        .noneMatch(less -> less != role && role.including().contains(less)))
                .map(Role::tokenName)
                .toList();
    }

    /** {@code RECEIVE_DOSSIER} is the operation {@code receiveDossier}. */
    private static String camelCase(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("_");
        return Arrays.stream(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }
}
