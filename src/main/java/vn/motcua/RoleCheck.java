package vn.motcua;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;

/** Says loudly when the service works in a role that could change what is never to be changed. */
@Singleton
class RoleCheck {

    private static final Logger LOG = Logger.getLogger(RoleCheck.class);

    /** Asked of the database, whatever the settings say; a role that may make itself a member of another counts, too. */
    private static final String CHANGEABLE =
            """
            select c.relname from pg_class c
            where exists (
                    select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = cast('refuse_change_of_history' as regproc))
                and (has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE') or has_any_column_privilege(c.oid, 'UPDATE')
                    or pg_has_role(c.relowner, 'MEMBER')
                    or (select rolcreaterole from pg_roles where rolname = current_user))
            order by c.relname""";

    private final EntityManager entities;

    RoleCheck(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    void warn(@Observes StartupEvent started) {
        var changeable = changeable();
        if (!changeable.isEmpty()) {
            LOG.warnf(
                    "The service's database role, %s, could change %s. Give migrations a role of their own:"
                            + " QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD, see src/docs/database-roles.md",
                    entities.createNativeQuery("select cast(current_user as text)")
                            .getSingleResult(),
                    String.join(", ", changeable));
        }
    }

    /** The append-only tables this role could change all the same. */
    @SuppressWarnings("unchecked")
    @Transactional
    List<String> changeable() {
        return entities.createNativeQuery(CHANGEABLE).getResultList();
    }
}
