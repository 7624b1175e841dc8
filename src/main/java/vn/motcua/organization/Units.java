package vn.motcua.organization;

import static vn.motcua.organization.OrganizationProblem.UNIT_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All units, and how they lie below one another. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String> {

    public Unit require(UnitCode code) {
        return find(code).orElseThrow(() -> UNIT_UNKNOWN.because(code));
    }

    public Optional<Unit> find(UnitCode code) {
        return findByIdOptional(code.value());
    }

    /** Two units moved at the same time, each below the other, would close a circle neither could see. */
    void keepFromMoving() {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('unit tree')) as text)")
                .getSingleResult();
    }

    /** The codes of the unit and of everything below it now; the code alone when no such unit is recorded. */
    public Set<String> subtree(String unitCode) {
        return Set.copyOf(codes(
                """
                with recursive below (code) as (
                    select cast(?1 as text)
                    union
                    select unit.code from unit join below on unit.parent = below.code
                )
                select code from below""",
                unitCode));
    }

    /** Whether the second unit is the first or lies below it now. */
    public boolean reaches(String unitCode, String other) {
        return unitCode.equals(other) || upward(other).contains(unitCode);
    }

    private List<String> upward(String unitCode) {
        return codes(
                """
                with recursive above (code, parent, distance) as (
                    select code, parent, 0 from unit where code = ?1
                    union all
                    select unit.code, unit.parent, distance + 1 from unit join above on unit.code = above.parent
                )
                select code from above order by distance""",
                unitCode);
    }

    /**
     * Asked on every request. Without a result class: Hibernate 7.2 never finds the plan of a native query that names
     * one in its cache, but adds another and searches all of them each time.
     */
    @SuppressWarnings("unchecked")
    private List<String> codes(String sql, String unitCode) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter(1, unitCode)
                .getResultList();
    }

    /** Units by code, after the given one; each filter applies where it is given. */
    List<Unit> list(UnitCode parent, UnitLevel level, LocalDate inForceOn, String after, int most) {
        var where = new ArrayList<>(List.of("code > :after"));
        var values = new HashMap<String, Object>(Map.of("after", after));
        if (parent != null) {
            where.add("parent = :parent");
            values.put("parent", parent.value());
        }
        if (level != null) {
            where.add("level = :level");
            values.put("level", level);
        }
        if (inForceOn != null) {
            where.add("validFrom <= :date and (validTo is null or validTo >= :date)");
            values.put("date", inForceOn);
        }
        return find(String.join(" and ", where) + " order by code", values)
                .page(0, most)
                .list();
    }
}
